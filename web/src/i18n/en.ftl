### The interface in English. Keep the words of product.md ("Words"). `npm run types` after adding a text.

## Everywhere

app-name = Patients
save = Save
discard-question = Discard what you changed here?
discard = Discard
go-on-editing = Go on editing
cancel = Cancel
dismiss = Dismiss
reload = Reload the page
retry = Try again
loading = Loading…
unknown = Unknown
not-recorded = Not recorded
notifications = Notifications
skip-to-content = Skip to content
yes = Yes
no = No
patient = Patient
settings = Settings
language = Language
colours = Colours
theme-system = As the system
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
could-not-load = This could not be loaded
server-unreachable = The server cannot be reached
page-not-found = There is no such page
page-not-found-what-next = Check the address, or go to your teams by the name above.
page-failed = Something went wrong on this page
page-failed-what-next = Nothing that you typed and that was shown as sent is lost. Reload the page; it may be a newer version.
unknown-person = Unknown person

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

## Signing in, teams

sign-in = Sign in
sign-out = Sign out
sign-out-anyway = Sign out all the same
user-name = User name
password = Password
my-teams = My teams
no-teams = You belong to no team yet
no-teams-what-next = Ask an owner of your team to add you, or your administrator to make a team.
no-teams-administrator = Make users and teams under Administration. An owner of a team can add you to it.
team-unavailable = cannot be read now; tell your administrator
role-owner = Owner
role-member = Member
role-guest = Guest
lists = Lists
all-lists = All lists
other-list = Other list…
opening-team = Team
no-lists-what-next = Make the first list to begin.
default-list = default
limited-list = limited to some members

## A list

patient-list = Patient list
patient-count = { $count ->
    [one] 1 patient
   *[other] { $count } patients
}
as-of = as of { $time }
as-of-now = now
no-patients = There is no patient on this list yet
no-patients-what-next = Add the first patient, or import the handover sheet that the ward has.
no-patients-guest = Members of the team add or import patients.
no-patient-fits = No patient fits the filter
no-bed = NO BED
note-count = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
list-gone = This list is not available
list-gone-what-next = It was deleted, or you may no longer see it. Your teams are under the name above.
status-expected = Expected
status-discharged = Discharged
status-transferred = Transferred
status-deceased = Deceased
highlighted = Highlighted
merged-of-two-edits = Merged from two edits

unseen-change = Changed by { $who }, { $when }
unseen-arrival = Added by { $who }, { $when }
edited-by = { $who } is editing
unseen-count = { $count ->
    [one] 1 change by others that you have not marked as seen.
   *[other] { $count } changes by others that you have not marked as seen.
}
unseen-out-of-view = { $count ->
    [0] All are in view.
    [one] 1 is out of view.
   *[other] { $count } are out of view.
}
unseen-left = { $count ->
    [one] 1 patient left the list.
   *[other] { $count } patients left the list.
}
mark-as-seen = Mark as seen
mark-all-as-seen = Mark all as seen
undo-my-change = Undo my last change
highlight = Highlight…
remove-highlight = Remove highlight
highlight-value-title = Highlight: { $field }
highlight-patient-title = Highlight the patient
highlight-reason = Why must the round not miss this?
highlight-reason-needed = Write the reason.
highlight-apply = Highlight
nothing-to-do-here = Nothing to do here
also-here = { $more ->
    [0] Also here: { $who }
   *[other] Also here: { $who } and { $more } more
}

add-patient = Add a patient
add-patient-do = Add
import-a-sheet = Import a sheet
patient-added = The patient was added.
duplicate-question = The team may have this patient already. Is it the same person?
duplicate-hidden = Someone in this team already has this patient, on a list that you do not see; ask an owner.
duplicate-take = The same person: put them on this list
duplicate-open = The same person: they are on this list; open them
duplicate-is-somebody-else = This is somebody else
move-row-up = Move up
move-row-down = Move down

## Columns, order, filter

columns-before = { $count ->
    [one] 1 column out of view before
   *[other] { $count } columns out of view before
}
columns-after = { $count ->
    [one] 1 column out of view after
   *[other] { $count } columns out of view after
}
column-wider = Wider
column-narrower = Narrower
column-left = Move left
column-right = Move right
sort-ascending = Sort ascending
sort-descending = Sort descending
sort-none = Usual order
sorted-ascending = Sorted by { $column }, ascending
sorted-descending = Sorted by { $column }, descending
filter-by-column = Filter…
filter-title = Filter by { $column }
filter-contains = Contains
filter-hint = Leave empty to show all.
filter-apply = Filter
filter-words = { $column } contains “{ $contains }”
filtered = Filtered
filtered-count = { $shown } of { $total } patients shown
show-whole-list = Show the whole list

## Values

not-a-number = This is not a number. Write digits, with a point or comma if needed.
not-a-date = This is not a day. Write day, month, year, such as 14-Jul-2026.
not-a-date-time = This is not a day and time. Write it such as 14-Jul-2026 09:30.
not-yes-or-no = Write yes or no.
no-such-option = This is none of the options.
no-such-member = This is no member of the team.
date-example = 14-Jul-2026, 14/7, today, +2
date-time-example = 14-Jul-2026 09:30, 9:30, now
left-the-team = left the team
item-open = to do:
item-done = done:
item-done-of = Done: { $item }
item-number = Item { $number }
cleared-cells = { $count ->
    [one] 1 cell cleared
   *[other] { $count } cells cleared
}
rows-copied = { $count } rows copied
rows-not-copied = Nothing was copied.
pasted = { $set ->
    [one] 1 value pasted
   *[other] { $set } values pasted
}{ $left ->
    [0] .
    [one] , 1 not: it is no value of its column, locked, or beyond the list.
   *[other] , { $left } not: they are no values of their columns, locked, or beyond the list.
}
changed-meanwhile = Somebody changed this meanwhile. It is now: { $value }
row-went-while-typing = The patient left this list while you were typing. You had typed: { $typed }

## Edits that were not accepted

not-sent-yet = not sent yet
edit-in-conflict = Your change is in conflict
edit-refused = Your change was not accepted
refused-count = { $count ->
    [one] 1 change of yours was not accepted. What you typed is kept.
   *[other] { $count } changes of yours were not accepted. What you typed is kept.
}
refused-title = Your change was not accepted
conflict-title = Somebody else changed this too
their-value = Now there, by { $who } at { $when }
my-value = Yours
use-mine = Use mine
keep-theirs = Keep what is there
discard-mine = Discard mine
decide = Decide…
decide-later = Later

## The live connection

waiting-changes = { $count ->
    [one] 1 change waits to be sent
   *[other] { $count } changes wait to be sent
}
connection-lost = No connection since { $since }. You see the list as it was then; go on working, your changes are kept on this page.
connection-lost-short = The connection is lost. Your changes are kept on this page.
connection-back = The connection is back.
not-saved = Your changes could not be saved.
leaving-loses = { $count ->
    [one] 1 change was not sent yet. It is lost if you leave or reload this page.
   *[other] { $count } changes were not sent yet. They are lost if you leave or reload this page.
}

## Parts of a command, as errors name them

part-family = family name
part-given = given name
part-prefix = title
part-birth-date = birth date
part-identifiers = numbers
part-identifier-value = number
part-identifier-type = kind of number
part-identifier-system = issuer of the number
part-name = name
part-value = value
part-text = text
part-reason = reason
part-unit = unit
part-options = options
part-option-label = option
part-items = items
part-item-text = item
part-fields = fields
part-lists = lists
part-members = members
part-notes = notes
part-patients = patients
part-columns = columns
part-user = user name
part-password = password
part-team = team
part-time-zone = time zone
part-list = list
part-patient = patient
part-field = field
part-note = note
part-member = member
part-import = import
part-owner = owner
part-administrator = administrator

## Errors, by their code

error-unexpected = Something unexpected happened (status { $status }). Try again; if it stays so, tell your administrator.
error-no-connection = The server did not answer. Check the network and try again.
error-not-signed-in = You are not signed in any more. Sign in to go on; what you typed is kept.
error-wrong-credentials = The user name or the password is wrong.
error-not-found = This is not there, or not for you to see: { $what }.
error-not-permitted = Your role does not allow this. It takes: { $needs }.
error-conflict = Somebody else changed this meanwhile.
error-possible-duplicate = The team may have this patient already.
error-wider-audience = More people would see the patient than now.
error-text-too-long = Too long: { $what } may have { $limit } characters, and has { $length }.
error-control-character = The { $what } contains a character that cannot be shown: { $character }.
error-required = Needed: { $what }.
error-too-many = Too many: there may be { $limit } ({ $what }).
error-name-taken = This is used already: { $what }.
error-wrong-value-type = The value does not fit its field. Expected: { $expected }.
error-unknown-option = This option does not exist or is no longer offered.
error-field-locked = This field is locked: only owners change it.
error-not-installed = The team has not set the app up yet.
error-already-installed = The team has set the app up already.
error-mode-unavailable = This mode is not available here.
error-policy-forbids = Your organization’s policy does not allow this: { $what ->
    [use] using the app
    [install] installing the app in a team that you do not own
    [manual_mode] a team without a record
    [ehr_mode] a team with the hospital’s record
   *[export] taking data out of the product
  }. Ask an administrator.
error-policy-in-use = The policy is assigned to somebody. Assign them another one first.
error-rank-taken = Another group has the rank { $rank } already. Choose another rank.
error-identity-taken = Somebody else has this identity already.
error-member-by-group = They belong to the team by a group of the organization. An administrator takes them out of the group.
error-last-owner = A team keeps at least one owner.
error-last-administrator = The organization keeps at least one administrator.
error-default-list = The default list cannot be deleted or limited. Choose another default list first.
error-place-field = The place cannot be archived: it is always in view.
error-already-on-list = The patient is on that list already.
error-nothing-to-undo = There is nothing of yours to undo here, or somebody changed it since.
error-invalid = This does not fit: { $what }.
error-command-too-old = This change waited for more than { $days } days and is not taken any more.
error-command-id-reused = This change was refused for safety. Enter it again.
error-throttled = { $seconds ->
    [one] Too many failed tries. Try again in 1 second.
   *[other] Too many failed tries. Try again in { $seconds } seconds.
}
error-wrong-password = The current password is wrong.
error-password-refused = { $rule ->
    [too_short] A password has at least { $at_least } characters.
    [too_long] A password has at most { $at_most } characters.
    [too_common] This password is one of those that are guessed first. Choose another.
   *[like_name] The password must not be the name that you sign in with.
}
error-link-not-good = This link was used, replaced, or is too old. Ask your administrator for a new one.
error-no-space = The server has no room to keep this. Nothing was changed; reading goes on. Tell your administrator.
error-stopped = The server’s disk failed and nothing is kept any more. Tell your administrator.
error-damaged = Stored data is damaged and is not shown. Tell your administrator: { $place }
error-unavailable = The server cannot do this now. Try again in a moment.
error-body-too-large = This is too large to be sent.
error-malformed = The server did not understand this ({ $path }). Reload the page; what you typed is lost then, so copy it first.
