### Import of sheets, and export.

export-csv = Export as CSV
export-xlsx = Export as Excel (XLSX)
list-actions = Columns, import, export…
export-done = The file was made.
import-title = Import a sheet
import-not-for-guests = Guests only read. Ask a member of the team.
choose-file = Choose a file: Excel (XLSX) or CSV
choose-other-file = Choose another file
choose-file-what = Or drop it here. Nothing is stored before you import.
reading-file = Reading the file…
how-it-was-read = How the file was read
which-sheet = Sheet
sheet-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
sheet-hidden = hidden
header-row = Row of the header
header-row-hint = Empty: there is no header.
delimiter = Separator
delimiter-comma = Comma
delimiter-semicolon = Semicolon
delimiter-tab = Tab
delimiter-pipe = Vertical bar
encoding = Encoding
read-again = Read the sheet again

## Columns

sheet-columns = What each column becomes
column-letters = Column { $letters }
filled-rows = { $count ->
    [one] 1 value
   *[other] { $count } values
}
column-becomes = { $column } becomes
column-locked = The field { $field } is locked to owners: this column is left out.
left-out = Left out
target-full-name-family-first = Whole name, family name first
target-full-name-given-first = Whole name, given name first
birth-name = Name at birth
target-age = Age (only to settle the year of birth)
target-ins = INS or social security number
target-visit = Number of the stay
target-other-number = Another number
target-new-field = A new field
fields-of-team = Fields of the team
name-of-new-field = Name of the new field for { $column }
type-of-new-field = Type of the new field for { $column }
new-field-named = A new field: { $name }
order-of-dates = Order of the dates in { $column }
day-first = Day before month
month-first = Month before day
order-assumed = No date here proves the order: check it.
order-contradictory = Some dates can only be read one way, some only the other: check them.
birth-names-go-to = Names at birth go to
split-lines = A cell with several names on its lines is several patients
fill-places = A patient without a place has that of the row above

## What was found

sheet-issues = Check before you import
no-issues = Every row could be read.
lines-left-out = { $count ->
    [one] 1 row is left out
   *[other] { $count } rows are left out
}
values-left-out = { $count ->
    [one] 1 value is left out
   *[other] { $count } values are left out
}
issues-noted = { $count ->
    [one] 1 remark
   *[other] { $count } remarks
}
more-issues = { $count ->
    [one] And 1 more.
   *[other] And { $count } more.
}
rows-skipped = { $count ->
    [one] 1 place in the sheet is no patient
   *[other] { $count } places in the sheet are no patients
}
row = Row
row-number = Row { $row }
row-range = Rows { $first } to { $last }
skip-empty = empty
skip-title = a title
skip-repeated-header = the header again
skip-total = a total
skip-remark = a remark outside of the table
skip-empty-place = a place without a patient
issue-quote-not-closed = A quotation mark is not closed; the rest of the file was read as one cell.
issue-unreadable-characters = Some characters cannot be read. Choose another encoding above.
issue-hidden-row = The row is hidden in the workbook; it is imported like the others.
issue-no-name = There is no name and no number: nobody can be told from others.
issue-name-too-long = The name is too long.
issue-too-many-patients = There are too many patients in this cell.
issue-name-rest-unread = A part of the name was not understood.
issue-unreadable-date = This is no date.
issue-impossible-date = This day does not exist.
issue-date-order-unclear = Day and month could be taken for each other; choose their order above.
issue-century-unclear = The century of the year is not clear.
issue-birth-date-in-future = This birth date is in the future.
issue-birth-date-too-long-ago = This birth date is too long ago.
issue-no-time = There is a day but no time of day.
issue-unreadable-sex = This is no sex that is known here.
issue-unreadable-number = This is no number.
issue-number-unclear = Comma and point could each be the decimal sign; check the number.
issue-unreadable-checkbox = This is neither yes nor no.
issue-identifier-damaged = The spreadsheet program has damaged this number, as it does with long ones.
issue-identifier-check-failed = The check digit of this number is wrong; it is imported as it is.
issue-formula-error = The cell’s formula has an error.
issue-too-long = The text is too long.
issue-lines-unclear = The lines of this cell could not be given to the patients of the row.
issue-shared-by-patients = All patients of the row have this value.
issue-place-from-above = The place is that of the row above.
issue-same-identifier = The same number stands in row { $row }.
issue-same-patient = The same patient stands in row { $row }.
issue-unknown-option = The field offers no such option.
issue-unknown-member = No member of the team has this name.
issue-unclear-member = Several members have this name.
issue-other-unit = The number has another unit than the field.
issue-unknown-status = No status is called so: the person comes in as present.
issue-unit-left-out = The field has no unit: that of the number is left out.
issue-control-character-removed = A character that cannot be shown was taken out.
issue-too-many-items = There are too many items.
issue-too-many-identifiers = There are too many numbers.
issue-birth-name-left-out = There is a name at birth; choose above where it goes.

## Duplicates, patients, importing

duplicate-questions = { $count ->
    [one] 1 patient may be in the team already
   *[other] { $count } patients may be in the team already
}
leave-open-out = { $count ->
    [one] Leave out the 1 without an answer
   *[other] Leave out the { $count } without an answer
}
is-it-the-same = Who is this?
same-person = The same person: put them on this list, and fill in what they lack
same-person-on-list = The same person, on this list already: fill in what they lack
is-on-lists = On: { $lists }
same-as-row = This may be the patient of row { $row } again.
leave-row-out = Leave this row out
patients-in-sheet = { $count ->
    [0] No patients in the sheet
    [one] 1 patient in the sheet
   *[other] { $count } patients in the sheet
}
show-more-rows = { $count ->
    [one] Show 1 more
   *[other] Show { $count } more
}
questions-open = { $count ->
    [one] 1 patient still needs your answer above.
   *[other] { $count } patients still need your answer above.
}
import-do = { $count ->
    [one] Import 1 patient
   *[other] Import { $count } patients
}
imported = { $count ->
    [one] 1 patient was imported.
   *[other] { $count } patients were imported.
}
import-undone = The import was taken back.
mapping-refused-of-column = { $column }: { $reason ->
    [no_such_column] the sheet has no such column any more.
    [no_such_field] the team has no such field any more.
    [field_twice] another column goes to this field already.
    [part_twice] another column is this part of the identity already.
   *[name_taken] a field with this name exists already.
}

## Errors, by their code

error-sheet-unreadable = { $reason ->
    [empty] The file is empty.
    [file_too_large] The file is larger than 20 MB.
    [too_many_rows] A sheet has more than 10,000 rows.
    [too_many_columns] A sheet has more than 200 columns.
    [too_many_sheets] The workbook has more than 64 sheets.
    [unpacks_too_large] The workbook unpacks to more than any sheet of a ward.
    [old_or_encrypted] This is an old Excel file (XLS) or has a password. Save it as XLSX or CSV without password first.
    [not_xlsx] This is no Excel workbook (XLSX). Save it as XLSX or CSV first.
    [damaged] The workbook is damaged. Save it again.
   *[not_text] This is no sheet. Choose an XLSX or CSV file.
}
error-mapping-refused = The choice of columns does not fit the sheet or the team.
error-list-unwritable = The list does not fit this format. Export it as CSV.
