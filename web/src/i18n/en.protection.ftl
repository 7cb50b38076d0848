### Protected patients.

## Marks

protected = Protected
no-name = No name
protected-because = Protected: { $reason }
opened-for = You see this protected patient for { $minutes ->
    [one] 1 more minute
   *[other] { $minutes } more minutes
}.
responsible-are = Responsible: { $who }

## Opening a protected patient

protected-title = This patient is protected
protected-guest = Only those who are responsible see more. Guests cannot open a protected patient: ask a member of the team.
protected-why = This patient is protected: why do you open her or him?
protected-what = You will see everything for 60 minutes. Owners of the team and auditors are shown that you opened this patient, and why, and review it.
break-glass-kind = Kind of reason
break-glass-kind-needed = Choose one.
break-glass-emergency = Emergency
break-glass-covering = Covering for a colleague
break-glass-direct-care = Direct care
break-glass-patient-request = The patient asked for it
break-glass-other = Other
break-glass-reason = Reason
break-glass-reason-hint = At least { $limit } characters.
break-glass-reason-needed = Write the reason, in at least { $limit } characters.
break-glass-do = Open for 60 minutes

## Protecting a patient

protect = Protect…
protect-title = Protect this patient
protect-what = Lists then show initials, place and status to all but those responsible, and those named on a limited list of this patient. Owners are no exception.
protect-what-without-me = Lists then show initials, place and status to all but those responsible, and those named on a limited list of this patient. Owners are no exception: you are not responsible, so that you may see no more yourself.
protect-do = Protect
protect-no-more = Protect no more…
protect-no-more-title = Protect this patient no more
protect-no-more-what = Everybody who sees a list of this patient sees everything again.
protect-no-more-do = Protect no more
reason = Reason
reason-needed = Write the reason.

## Who is responsible

responsible = Responsible
responsible-nobody = Nobody is named as responsible.
responsible-me = I am responsible
responsible-not-me = I am no longer responsible
responsible-choose = Choose…
responsible-title = Who is responsible?
did-protect = Protected the patient: { $reason }
did-protect-no-more = Protected the patient no more: { $reason }
did-set-responsible = { $count ->
    [0] Nobody is responsible any more
   *[other] Responsible: { $who }
}

## Reviewing

emergency-access = Emergency access
emergency-access-waiting = Emergency access ({ $count } to review)
emergency-access-what = Who opened a protected patient, and why. Each opening is reviewed once, by somebody else than who did it. What was reviewed stays here for 30 days, and in the audit log.
emergency-access-none = Nobody opened a protected patient.
unreviewed-since = { $count ->
    [one] 1 opening waits for a review, since { $when }.
   *[other] { $count } openings wait for a review, the oldest since { $when }.
}
all-reviewed = Everything is reviewed.
opened-by = { $who } opened { $patient }
opened-at = { $when }, until { $until }
hidden-patient = a patient of a list that you do not see
review = Review…
review-title = Review this opening
review-question = Was there a good reason?
review-appropriate = Yes, it was appropriate
review-inappropriate = No, it was inappropriate
review-needed = Choose one.
review-comment = Comment
review-comment-needed = Write why it was inappropriate.
review-do = Save the review
review-own = Your own: somebody else reviews it.
reviewed-appropriate = Appropriate: { $who }, { $when }
reviewed-inappropriate = Inappropriate: { $who }, { $when }
