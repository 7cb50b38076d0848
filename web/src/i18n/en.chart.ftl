### The patient's chart: what the hospital's record says of them.

## The page

patient-parts = Parts of the patient’s page
patient-part-team = Team
patient-part-chart = Chart
chart-loading = The record is being asked…
chart-none-kept = The chart cannot be shown
chart-none-kept-what = No chart of the last 24 hours is kept either. What the team itself wrote is under “Team”, as ever.
as-of-age = as of { $time }, { $age }
age-moment = less than a minute ago
age-minutes = { $count ->
    [one] 1 minute ago
   *[other] { $count } minutes ago
}
age-hours = { $count } hours ago
age-days = { $count } days ago
chart-last-known = This is the last known chart, { $age }.

## What is not there, and why

absence-none = The record was read: nothing is recorded.
absence-no-allergies = No allergies are recorded. This is not a statement that there are none.
absence-not-supported = The record does not offer this.
absence-not-permitted = Not permitted: the record does not let this team’s connection read it.
absence-failed = Could not be read: the record may have something here.
parts-failed = Could not be read: { $parts }.
parts-not-permitted = Not permitted: { $parts }.
issues-left-out = { $count ->
    [one] 1 thing of the record was left out
   *[other] { $count } things of the record were left out
}
issues-others = { $count ->
    [one] 1 note on how the record was read
   *[other] { $count } notes on how the record was read
}
chart-truncated = The record has more than is shown here.
issue-line = { $part }: { $reason } ({ $count } ×)
issue-said = The record said:
issue-other-patient = somebody else’s, not shown
issue-unknown-patient = does not say whose it is, not shown
issue-unreadable-resource = could not be read, not shown
issue-unreadable-element = one detail could not be read, the rest is shown
issue-entered-in-error = marked as entered in error, not shown
issue-unexpected-resource = was not asked for, not shown
issue-truncated = there is more in the record than was read
issue-server-said = the record gave a warning
issue-no-answer = the record gave no answer that can be read

## Items

refuted = refuted: it was shown not to be so
allergy-none-known = None known: the record states it
chart-earlier = Earlier ({ $count })
chart-reactions = Reactions
chart-severity = Severity
chart-criticality = Risk
chart-status = Status
chart-recorded-on = Recorded
chart-onset = Since
chart-abated = Ended
chart-dosage = Dosage
chart-prescriber = Prescribed by
chart-written = Written
chart-start = From
chart-end = Until
chart-encounter = Kind of stay
chart-general-practitioner = General practitioner
chart-phone = Phone
chart-address = Address
chart-deceased = Deceased
deceased-yes = The record says that the patient has died
deceased-not = no
chart-photo = Photo of the patient, from the record
chart-replaced = The record says that another of its records replaces this one.
chart-plan = Plan
chart-subscriber = Number of the insured
chart-no-payer = Payer not recorded

## Codes of the record

chart-code-active = active
chart-code-inactive = inactive
chart-code-resolved = resolved
chart-code-remission = in remission
chart-code-confirmed = confirmed
chart-code-mild = mild
chart-code-moderate = moderate
chart-code-severe = severe
chart-code-criticality-high = high
chart-code-criticality-low = low
chart-code-criticality-unable-to-assess = could not be assessed
chart-code-completed = completed
chart-code-stopped = stopped
chart-code-draft = draft
chart-code-amended = amended
chart-code-corrected = corrected
chart-code-in-progress = in progress
chart-code-arrived = arrived

## Vital signs

vital-respiration = Respiration
vital-spo2 = SpO₂
vital-oxygen = Oxygen
vital-pulse = Pulse
vital-consciousness = Consciousness
vital-temperature = Temperature
vital-upper = systolic
vital-lower = diastolic
vital-values = Values, newest first
vital-trends = Trends
vital-time = Time
vital-no-time = Time not recorded
vital-not-measured = not measured
vital-show-all = Show all { $count } times
trend-how = The slider below each plot goes from value to value.
trend-slider = { $sign }, { $count } values over time
trend-value = { $time }: { $value } { $unit }
trend-left-out = { $count ->
    [one] 1 value cannot be plotted and stands in the table.
   *[other] { $count } values cannot be plotted and stand in the table.
}

## NEWS2

score-components = The seven parameters, as the record wrote them
score-parameter = Parameter
score-value = Value and time
score-points = Points
score-no-points = none
score-missing-none-recorded = none recorded
score-missing-apart = too long before the others to be of one set
score-missing-status = not used, since it is { $status }
score-missing-ahead = not used, since it is dated ahead of now
score-missing-no-time = not used, since its time of day is not known
score-missing-no-value = no value
score-missing-not-measured = words and not a measurement
score-missing-bound = only a bound ({ $comparator }), which no table can score
score-missing-no-unit = no unit
score-missing-unit = the unit { $unit } is not understood
score-missing-impossible = cannot be true
score-missing-unmapped = words that are not mapped to alert or not
score-missing-needs-oxygen = scale 2 needs to know whether on air or oxygen
spo2-scale-1 = SpO₂ is scored by scale 1.
spo2-scale-2-by = SpO₂ is scored by scale 2 (target 88 to 92 %), chosen by { $who }, { $when }.
spo2-use-scale-1 = Score by scale 1…
spo2-use-scale-2 = Score by scale 2…
spo2-scale-1-title = Score SpO₂ by scale 1?
spo2-scale-2-title = Score SpO₂ by scale 2?
spo2-scale-1-what = Scale 1 is for everybody whose target is not 88 to 92 %.
spo2-scale-2-what = Scale 2 is only for a patient with hypercapnic respiratory failure, whose target of 88 to 92 % a competent clinician has set. Your name and the time will stand beside the score.
spo2-scale-1-do = Use scale 1
spo2-scale-2-do = Use scale 2

## Linking a patient to the record

link-to-record = Link to the record…
link-patient-title = Link the patient to the record
link-compare = Compare
link-confirm = They are the same person: link
link-patient-what = From then on everybody who sees the patient sees this chart. Compare before you confirm.
link-taken = Another patient of the team is linked to this one of the record already. An owner sees to it: one of the two links is wrong, or both records are one person.
link-other = Another patient of the record
unlink = End the link to the record…
unlink-title = End the link to the record?
unlink-what = The chart is not shown any more, and columns of the record are emptied. What the team itself wrote stays.
unlink-do = End the link
linked-since = Linked by { $who }, { $when }. Id in the record: { $record }.
link-stale = The link leads to a record that the team is not connected to any more. No chart is read by it.
not-linked-what = Linked to the record, the patient’s chart is here.
not-linked-guest = Members of the team can link the patient to the record.
not-connected-here = The team is not connected to a record. An owner connects it in the team’s settings.
ours-team = Of the team
theirs-record = Of the record
identity-part = Part
differs = differs
identities-differ = { $count ->
    [0] All parts agree.
    [one] 1 part differs.
   *[other] { $count } parts differ.
}
identity-numbers = Numbers
proposal-bar = The record says another identity of this patient. Nothing was changed.
proposal-compare = Compare…
proposal-title = The record says another identity
proposal-what = Take the record’s if it was corrected there. Keep yours if the record is wrong, or means somebody else.
proposal-take = Take the record’s
proposal-keep = Keep ours
proposal-merged-into = The record merged this patient into { $record }.
proposal-gone = Somebody has decided this meanwhile.

## History

did-link = Linked to the record ({ $record })
did-unlink = Ended the link to the record
did-scale-1 = SpO₂ is scored by scale 1
did-scale-2 = SpO₂ is scored by scale 2
did-propose = The record says another identity
did-propose-no-more = The record says the team’s identity again
did-take-identity = Took the record’s identity
did-keep-identity = Kept the team’s identity; the record said
