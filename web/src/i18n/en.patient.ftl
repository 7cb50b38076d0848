### One patient's page.

## Everywhere on these pages

edit = Edit
more = More
close = Close
undo = Undo
delete = Delete
restore = Restore
remove = Remove
list = List

## The page

patient-gone = This patient is not available
patient-gone-what-next = The patient left the lists that you see, or the address is wrong. Your teams are under the name above.
open-patient = Open the patient
patients-of-list = Patients of the list
patient-position = Patient { $place } of { $total }
previous-patient = Previous
next-patient = Next
patient-actions = Patient…
patient-status = Status
status-present = Present
locked-to-owners = locked to owners
values = Values
highlighted-by = Highlighted by { $who }, { $when }
by-at = { $who }, { $when }

## Identity

edit-identity = Edit identity
family-name = Family name
given-name = Given name
title-of-person = Title
birth-date = Birth date
birth-date-example = 14-Jul-1945, 14/7/1945, Jul 1945 or 1945
not-a-birth-date = This is not a date. Write day, month, year, or what is known of it, such as 14-Jul-1945, Jul 1945 or 1945.
birth-date-in-future = This day is in the future.
sex = Sex
number-kind = Kind of number { $place }
number-value = Number { $place }
add-number = Add a number
name-or-number-needed = Write a name or a number: without either, nobody can be told from others.

## Notes

notes = Notes
new-note = New note
add-note = Add note
no-notes = No note yet.
edit-note = Edit note
note-text = Text
versions = Versions
versions-of-note = Versions of the note
note-changed-by = changed by { $who }, { $when } ({ $count ->
    [one] 1 version
   *[other] { $count } versions
})
note-deleted-by = deleted by { $who }, { $when }
note-hidden = This note was deleted.
note-deleted = The note was deleted.
note-was-deleted = Deleted the note
note-was-restored = Restored the note

## Lists that the patient is on

on-lists = On these lists
on-no-list = On no list. Only owners, and whoever took the patient off the last list, see the patient now.
on-all-lists = The patient is on every list that you see.
add-to-list = Add to a list…
add-to-list-title = Add the patient to a list
add-to-list-do = Add to the list
move-to-list = Move…
move-to-list-title = Move the patient to another list
move-to-list-do = Move
remove-from-list = Remove
removed-from-list = Removed from { $list }.
audience-question = { $count ->
    [one] 1 person would see this patient who does not now: { $who }. Shall they?
   *[other] { $count } people would see this patient who do not now: { $who }. Shall they?
}
let-them-see = Yes, they may see the patient

## Two records of one person

merge-with = Merge with another record…
merge-title = Two records of the same person
merge-what = Lists and notes of both stay. Values of the kept record stay; where it has none, it gets the other’s. This can be taken back.
merge = Merge
which-is-kept = Which record is kept?
this-record = This record
other-record = The other record
choose-another = Choose another
find-by-name-or-number = Find by name or number
no-patient-found = Nobody fits.
list-to-look-in = List to look in
merged-records = Merged into this record
merged-into-another = This record was merged into another one.
go-to-that-record = Go to that record
unmerge = Part them again…
unmerge-do = Part them
unmerge-title = Two persons after all
unmerge-what = Each record gets its own back: its lists, its notes, and the values that came with it where nobody changed them since.

## History

patient-history = History
value-history = History of the value
history-of = History: { $what }
no-history = Nothing was ever recorded here.
value-from = from
value-to = to
how-came = Came with the patient
how-undone = Took the former change back
how-of-merge = Came with a merge of records
a-former-list = a list
did-edit-identity = Edited the identity
did-add = Added the patient to { $list }
did-add-to-list = Added to { $list }
did-move = Moved from { $from } to { $to }
did-remove-from-list = Removed from { $list }
did-set-status = Status: { $status }
did-highlight = Highlighted { $what }: { $reason }
did-remove-highlight = Removed the highlight of { $what }
did-note = Note:
did-edit-note = Edited a note:
did-merge = Merged with another record
did-unmerge = Parted from another record
