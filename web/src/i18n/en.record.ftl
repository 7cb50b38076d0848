### The hospital's record: columns, search, connection. The chart itself has its own file.

## Whose it is

the-record = the hospital’s record
from-the-record = from the record
from-the-record-how = This comes from the hospital’s record and is not edited here. Enter opens the patient’s chart.
linked-to-record = Linked to the record
record-says-another-identity = The record says another identity

## What became of reading a part

chart-status-none = None recorded
chart-status-not-supported = Not offered by the record
chart-status-not-permitted = Not permitted
chart-status-failed = Could not be read
chart-not-linked = Not linked to the record
chart-not-read = Not read yet
chart-more = There may be more: the patient’s page has all.

## Values

chart-source-place = Place
chart-source-vital-signs = Vital signs
chart-source-news2 = NEWS2
chart-source-allergies = Allergies
chart-source-conditions = Problems
chart-source-medications = Medications
chart-no-place = The record names no place
chart-no-value = no value
chart-none-known = None known, as the record states
chart-high-risk = high risk
chart-since = since { $date }
chart-recorded = recorded { $date }
blood-pressure = Blood pressure
record-code-preliminary = preliminary
record-code-registered = registered, no result yet
record-code-cancelled = cancelled
record-code-unknown = status unknown
record-code-unconfirmed = unconfirmed
record-code-provisional = provisional
record-code-differential = differential
record-code-entered-in-error = entered in error
record-code-on-hold = on hold
record-code-not-taken = not taken
record-code-proposal = proposed
record-code-plan = planned
record-code-option = an option
record-code-planned = planned
record-code-finished = finished
record-code-onleave = on leave
record-code-recurrence = recurrence
record-code-relapse = relapse

## NEWS2

news2-total = NEWS2 { $total }
news2-incomplete = NEWS2 incomplete, at least { $least } ({ $present } of { $of })
news2-risk-low = low risk
news2-risk-low-medium = low-medium risk
news2-risk-medium = medium risk
news2-risk-high = high risk
news2-single-3 = 3 points for { $what }
news2-stale = STALE
news2-oldest = oldest { $time }
news2-calculated-here = calculated here
news2-ahead-of-now = dated ahead of now and not used: { $what }
news2-not-scored = NEWS2 not scored
news2-why-age-unknown = the age is not known
news2-why-under-16 = under 16 years
news2-why-pregnant = pregnant
news2-no-score = No score: the vital signs could not be read, or NEWS2 is switched off
news2-parameter-respiration = respiration
news2-parameter-spo2 = SpO₂
news2-parameter-oxygen = air or oxygen
news2-parameter-systolic = systolic blood pressure
news2-parameter-pulse = pulse
news2-parameter-consciousness = consciousness
news2-parameter-temperature = temperature

## Above the list

record-as-of = Columns of the record: as of { $time }
record-not-read = Columns of the record: not read yet
record-reading = Columns of the record: being read…
record-not-connected = The team is connected to no record: these columns keep what they last showed
record-failed = { $count ->
    [one] The chart of 1 patient could not be read.
   *[other] The charts of { $count } patients could not be read.
}
record-last-known-stays = What was known last stays in the columns, with its times.

## Adding a patient from the record

find-in-record = Search the record
find-in-record-rule = Give the birth date and two of family name, given name and sex; or the medical record number; or the record’s id.
find-in-record-do = Search
type-in-yourself = Type it in yourself
part-of-name = A part is enough.
whole-birth-date = Day, month and year, such as 14-Jul-1945
any-sex = Not given
record-id = Id in the record
by-name = By name
by-number = By number
search-reason = Reason for searching
search-reason-why = Many searches in a short time take a reason. It is put on record.
search-born-needed = Give the birth date, or a number below.
search-born-whole = Give the whole birth date: day, month and year.
search-two-more = { $count ->
    [one] Give 1 more of family name, given name and sex.
   *[other] Give { $count } of family name, given name and sex.
}
search-reason-needed = Write the reason.
found-count = { $count ->
    [0] Nobody of the record fits.
    [one] 1 patient fits.
   *[other] { $count } patients fit.
}
found-narrow = Only { $shown } are shown. Give more, to narrow the search.
found-patients = Patients of the record
found-is-here = Already on this list
found-open = Open
add-found = Add to the list

## First run

first-run-record = Start with the hospital’s record
first-run-record-what = Patients are searched in the record, and columns show what it says of them. An owner of the team connects it.
first-run-manual-what = Patients are typed in or imported. The record can be connected later.
connect-record = Connect to the record
not-connected-owner = Connect the team to the hospital’s record; then patients are searched there.
not-connected-member = The team is not connected to the hospital’s record yet. Ask an owner to connect it.

## Settings: the connection

record-connection = EHR connection
record-connection-what = The hospital’s record, of which patients are searched, and which fills columns. Only owners connect, change or remove it.
record-none = The team is not connected to a record.
record-none-member = The team is not connected to a record. An owner can connect it.
record-version = FHIR { $version }
record-set-by = set by { $who }, { $when }
record-change = Change…
record-remove = Remove…
record-remove-title = Remove the connection to { $name }?
record-remove-what = Charts are not read any more, and columns of the record are not refreshed. Patients are no longer linked, even if the record is connected again: they are then linked anew. What the team itself wrote stays.
record-remove-do = Remove the connection
record-removed = The connection was removed.
record-name = Name
record-name-hint = As your hospital calls it.
record-url = FHIR address
record-url-hint = The base, such as https://fhir.example.org/r4
record-auth = How we say who we are
record-auth-none = No sign-in (only for open test servers)
record-auth-client-credentials = Client credentials (OAuth 2.0)
record-auth-private-key-jwt = Private key (SMART Backend Services)
record-client-id = Client id
record-client-secret = Client secret
record-secret-keep = Leave empty to keep the secret that is set. It is never shown.
record-secret-once = It is kept sealed and never shown again.
record-scope = Scope
record-scope-tenant = With the tenant of your organization in it, where an interop partner asks for that.
record-scope-all = Leave empty to ask for reading all that the chart shows.
record-algorithm = Signature
record-jwks = Address of our public keys
record-jwks-what = Register this address with the record.
record-jwks-copy = Copy the address
record-jwks-copied = Address copied
record-jwks-not-copied = It could not be copied. Select it and copy it by the keyboard.
record-look = Look at it
record-connect = Connect
record-connected = The team is connected to the record.
record-found = What was found
record-software = Software
record-software-unknown = It does not say
record-fhir-version = FHIR version
record-resources = Resources
record-batch = Several questions in one request
record-security = Authentication
record-security-none = It asks for none
record-token-url = Tokens from
record-signed-in = Our credentials
record-signed-in-yes = accepted
record-signed-in-no = not accepted
record-signed-in-untried = not tried
record-part = Part of the chart
record-offered = Offered
record-missing = Missing: { $what }
record-part-patient = Patient
record-part-place = Place
record-part-vital-signs = Vital signs
record-part-conditions = Problems
record-part-allergies = Allergies
record-part-medications = Medications
record-part-coverage = Insurance

## Settings: NEWS2

news2 = NEWS2
news2-what = The early warning score of adults, calculated here from the record’s vital signs. It is off until an owner switches it on.
news2-is-on = NEWS2 is calculated for the team.
news2-is-off = NEWS2 is not calculated.
news2-on = Switch NEWS2 on…
news2-off = Switch NEWS2 off…
news2-off-title = Switch NEWS2 off?
news2-off-what = Scores are not shown any more, neither in columns nor in charts.
news2-off-do = Switch it off
news2-change = Change…
news2-settings = How NEWS2 is calculated
news2-gap = Observations of one set may be apart, in minutes
news2-stale-after = Stale after, in hours
news2-facts = Observations up to { $minutes } minutes apart are one set. Stale after { $hours } hours.
news2-whole-number = Write a whole number from 1 to { $most }.
news2-saved = NEWS2 is calculated like this now.
news2-map-change = Consciousness…
news2-map = What consciousness is read from
news2-map-what = The record says in codes and words of its own how conscious a patient is. What is not named here counts as missing, never as alert. Codes are looked at before words.
news2-map-observations = Observations that say how conscious a patient is
news2-map-codes = What codes mean
news2-map-texts = What words mean
news2-map-system = Code system
news2-map-any-system = Any code system
news2-map-code = Code
news2-map-words = Words
news2-map-means = Meaning
news2-map-line = { $label }, line { $number }
news2-map-add-observation = Add an observation
news2-map-add-code = Add a code
news2-map-add-words = Add words
news2-map-twice = “{ $what }” has two meanings here, and would count as missing. Leave one of them.
news2-map-restore = As in the beginning
news2-level-alert = A: alert
news2-level-confusion = C: new confusion
news2-level-voice = V: responds to voice
news2-level-pain = P: responds to pain
news2-level-unresponsive = U: unresponsive

## Fields

type-chart = From the record
field-source = What it shows

## Parts of a command

part-client-id = client id
part-client-secret = client secret
part-scope = scope
part-url = FHIR address
part-mrn = medical record number
part-id = id in the record

## Errors, by their code

error-search-too-wide = The search is too wide. Give the birth date and two of family name, given name and sex; or the medical record number; or the record’s id.
error-reason-required = You searched more than { $searches } times within { $minutes } minutes. Write why, and search again.
error-from-record = This comes from the hospital’s record and is not edited here.
error-not-connected = The team is not connected to the hospital’s record. An owner can connect it in the team’s settings.
error-not-linked = The patient is not linked to the hospital’s record.
error-confirm-identity = The record says another identity. Compare both, and confirm that they are one person.
error-ehr-not-allowed = This server may not ask { $host }. Whoever runs it has to allow that host.
error-ehr-unreachable = The record cannot be reached. Try again; if it stays so, check its address.
error-ehr-too-slow = The record did not answer in time. Try again.
error-ehr-too-large = The record’s answer is too large to be read.
error-ehr-not-fhir = What answers there is no FHIR server. Check the address.
error-ehr-unsupported-version = The record speaks FHIR { $said }. DSTU2, STU3, R4 and R5 are read.
error-ehr-not-permitted = The record does not permit this. Ask whoever runs it for the scopes.
error-ehr-authentication-failed = The record does not accept our credentials. Check client, secret and scope.
error-ehr-rate-limited = { $seconds ->
    [one] The record asks us to wait 1 second.
   *[other] The record asks us to wait { $seconds } seconds.
}
error-ehr-away = { $seconds ->
    [one] The record failed several times. It is asked again in 1 second.
   *[other] The record failed several times. It is asked again in { $seconds } seconds.
}
error-ehr-server-error = The record answered with an error of its own. Try again.
error-ehr-not-there = The record does not know this patient.
error-ehr-sealed = A stored secret cannot be opened with this server’s key. Whoever runs it restores the key; or an owner sets the connection again.
