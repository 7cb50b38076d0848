### The interface in English. Keep the words of product.md ("Words"). `npm run types` after adding a text.

## Everywhere

app-name = Patients
save = Save
cancel = Cancel
close = Close
dismiss = Dismiss
retry = Try again
loading = Loading…
unknown = Unknown
not-recorded = Not recorded
menu = Menu
notifications = Notifications
skip-to-content = Skip to content

## Identity (ward-safety.md)

born = Born { $date }
born-with-age = Born { $date } ({ $age })
born-not-recorded = Birth date not recorded
age-years = { NUMBER($count, useGrouping: 0) }y
age-between = { $from }–{ $to }y
age-months = { $count ->
    [one] 1 month
   *[other] { $count } months
}
age-weeks = { $count ->
    [0] under 1 week
    [one] 1 week
   *[other] { $count } weeks
}
sex-female = Female
sex-male = Male
sex-other = Other sex
sex-unknown = Sex unknown
sex-not-recorded = Sex not recorded
number-mr = MRN
number-nhs = NHS number
number-national = National number
number-not-recorded = Number not recorded
same-name = Same name on this list
same-family-name = Same family name on this list
similar-name = Similar name on this list

## The live connection

waiting-changes = { $count ->
    [one] 1 change waits to be sent
   *[other] { $count } changes wait to be sent
}
