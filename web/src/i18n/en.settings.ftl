### A team's settings, the first run, one's own account, and the administrator's pages.

## Everywhere on these pages

name = Name
change = Change…
rename = Rename…
archive = Archive
move-up = Move up
move-down = Move down
you = you
fill-this-in = Fill this in.
move-handle = Move { $what }
move-handle-how = Drag, or press arrow up or down
moved-to-place = { $what }: place { $place } of { $total }
team-settings = Team settings

## First run

first-run-app = With Patients a care team keeps its lists of patients together: on the round, at handover and in meetings. What one person changes, all others see at once, each on their own screen.
first-run-what = You start with one list and the columns that most wards use: place, diagnosis, responsible, path to discharge, expected discharge, to do, what matters. Then type your patients or import a sheet. Everything can be changed later.
first-run-manual = Make the first list
first-run-ask-member = This team has not set it up yet. Ask one of its members to open it and make the first list.

## Members

members = Members
members-what = Members see all lists that are not limited to others. Guests only read. Owners decide on members and locked fields.
add-member = Add
add-member-who = Name or user name
no-such-user = Choose somebody from the suggestions.
member-added = The member was added.
role = Role
role-of = Role of { $who }
role-changed = The role was changed.
leave-team = Leave the team
leave-team-title = Leave the team?
leave-team-what = You will not see its lists and patients any more. An owner can take you back.
remove-member-title = Remove { $who } from the team?
remove-member-what = They will not see the team’s lists and patients any more; what they wrote stays.

## Fields

fields = Fields
fields-what = What the team keeps of each patient. A list shows some of them as columns.
add-field = Add a field
add-field-do = Add
rename-field = Rename the field
field-type = Type
field-in-list = Show it as a column in
field-in-no-list = no list for now
unit = Unit
unit-hint = Such as kg, mmol/L or °C. It may stay empty.
type-short-text = Text, one line
type-long-text = Text, several paragraphs
type-number = Number
type-choice = Choice of one
type-choices = Choice of several
type-checkbox = Yes or no
type-date = Date
type-date-time = Date and time
type-member = Member of the team
type-place = Place
type-checklist = Checklist
change-options = Options…
options = Options
options-of = Options of { $field }
options-what = An option that you remove is no longer offered; values that have it keep it.
add-option = Add an option
option-label = Option { $number }
option-color = Colour of option { $number }
option-number = Option { $number }
retired-options = No longer offered
offer-again = Offer again
color-neutral = No colour
color-red = Red
color-orange = Orange
color-yellow = Yellow
color-green = Green
color-blue = Blue
color-purple = Purple
color-grey = Grey
lock-field = Lock to owners
unlock-field = Unlock
archived-fields = Archived fields
archived-fields-what = They are shown nowhere; their values are kept.
field-archived = The field was archived; its values are kept.
field-restored = The field is back, with its values.

## Lists

add-list = Add a list
rename-list = Rename the list
choose-columns = Columns…
columns = Columns
columns-of = Columns of { $list }
columns-what = Place and identity are always the first columns.
limit-to-members = Limit to members…
limit-of = Who sees { $list }?
who-sees-list = This list is seen by
whole-team = the whole team
these-members = these members
limit-what = Others will not see the list, its members or its patients anywhere, unless the patient is also on a list that they see.
open-to-team-what = Everybody in the team will see the list and all that is kept of its patients.
limited-to = { $count ->
    [one] limited to 1 member
   *[other] limited to { $count } members
}
make-default = Make it the default list
default-list-set = This is the default list now.
order-by-place = in order of places
order-by-hand = in an order agreed by hand
delete-list = Delete…
delete-list-title = Delete { $list }?
delete-list-what = { $count ->
    [0] The list is hidden. It can be restored here.
    [one] The list is hidden. Its patient stays in the team; the list can be restored here.
   *[other] The list is hidden. Its { $count } patients stay in the team; the list can be restored here.
}
deleted-lists = Deleted lists
list-restored = The list is back.
hidden-lists = Limited lists that you do not see
hidden-lists-what = As an owner you can add yourself. The members of the list will be shown that you did.
hidden-list-number = Limited list { $number }
hidden-deleted-list-number = Deleted limited list { $number }
join-list = Add myself…
join-list-title = Add yourself to this list?
join-list-what = You will see the list and its patients. Its members will be shown that you added yourself, and it is put on record.
join-deleted-list-what = The list will stand among the deleted ones below, where you can restore it, and you will see its patients. Its members will be shown that you added yourself, and it is put on record.
join-list-do = Add myself

## Imports

imports = Imports
imports-what = Each sheet that was taken in can be taken back as one step.
no-imports = No sheet was imported yet. A list’s page has the button for it.
undo-import = Take back
undo-import-title = Take this import back?
undo-import-what = Who was added by it leaves the list, and values that it set are as before, where nobody changed them since.

## My account

my-account = My account
signed-in-as = user name: { $user }
change-password = Change the password
change-password-what = You stay signed in here; everywhere else you are signed out.
current-password = Current password
current-password-needed = Write the current password.
new-password = New password
new-password-hint = At least 8 characters. Several words in a row are easy to remember and hard to guess.
new-password-again = New password, again
new-password-needed = Write a new password.
passwords-differ = The two are not alike.
password-changed = The password was changed.

## One-time links

welcome = Welcome
welcome-who = Welcome, { $name }
welcome-what = Set the password with which you will sign in as { $user }.
welcome-first = This server is new. Make the account of its first administrator.
welcome-do = Set the password and sign in
name-of-person = Name
user-name-hint = To sign in with. It cannot be changed later.

## Administration

administration = Administration
users = Users
teams = Teams
administrator = administrator
account-closed = account closed
find-user = Find by name or user name
find-team = Find by name
nothing-found = Nothing fits.
more-found = { $count ->
    [one] And 1 more: find by name.
   *[other] And { $count } more: find by name.
}
add-user = Add a user
add-user-do = Add
edit-user = Edit the user
is-administrator = Administrator: may make users and teams
how-to-sign-in-first = How do they sign in first?
by-one-time-link = By a one-time link, which I give them
by-first-password = With a password that I choose
first-password = First password
first-password-hint = At least 8 characters. Tell it to them in person; they can change it.
new-link = New one-time link…
new-link-title = Make a new one-time link for { $name }?
new-link-what = With it they set a new password. Earlier links stop working.
new-link-do = Make the link
link = Link
link-title = One-time link for { $name }
link-what = Copy it now and give it to them: it is shown only once, works once, and within four days. Whoever has it can set their password.
copy-link = Copy the link
link-copied = Link copied
link-not-copied-question = The link is shown only once. Close without copying it?
link-not-copied = It could not be copied. It is selected: copy it by the keyboard or the menu.
close-account = Close the account…
close-account-title = Close the account of { $name }?
close-account-what = They are signed out everywhere at once and cannot sign in any more. What they wrote stays.
close-account-do = Close the account
open-account = Open the account again…
open-account-title = Open the account of { $name } again?
open-account-what = They can sign in again with the password that they had.
open-account-do = Open the account
no-teams-yet = There is no team yet. Make the first one.
add-team = Add a team
add-team-do = Add
rename-team = Rename the team
first-owner = first owner: { $who }
owner-hint = They decide on members.
time-zone = Time zone
time-zone-what = The team’s days and shifts, and all times that it is shown, are those of { $zone }.
time-zone-chosen = The time zone has been chosen.
choose-person = Choose a person…
time-zone-hint = In which the team’s days and shifts are, such as Europe/Paris.
