### Patients protégés.

## Marques

protected = Protégé
no-name = Sans nom
protected-because = Protégé : { $reason }
opened-for = Vous voyez ce patient protégé pendant encore { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
responsible-are = Responsable : { $who }

## Ouvrir un patient protégé

protected-title = Ce patient est protégé
protected-guest = Seules les personnes responsables en voient plus. Les invités ne peuvent pas ouvrir un patient protégé : demandez à un membre de l’équipe.
protected-why = Ce patient est protégé : pourquoi l’ouvrez-vous ?
protected-what = Vous verrez tout pendant 60 minutes. Les propriétaires de l’équipe et les auditeurs voient que vous avez ouvert ce patient, et pourquoi, et l’examinent.
break-glass-kind = Type de motif
break-glass-kind-needed = Choisissez-en un.
break-glass-emergency = Urgence
break-glass-covering = Remplacement d’un collègue
break-glass-direct-care = Soins directs
break-glass-patient-request = À la demande du patient
break-glass-other = Autre
break-glass-reason = Motif
break-glass-reason-hint = Au moins { $limit } caractères.
break-glass-reason-needed = Écrivez le motif, en au moins { $limit } caractères.
break-glass-do = Ouvrir pour 60 minutes

## Protéger un patient

protect = Protéger…
protect-title = Protéger ce patient
protect-what = Les listes ne montrent alors que les initiales, l’emplacement et le statut, sauf aux personnes responsables et à celles nommées sur une liste restreinte de ce patient. Les propriétaires ne font pas exception.
protect-what-without-me = Les listes ne montrent alors que les initiales, l’emplacement et le statut, sauf aux personnes responsables et à celles nommées sur une liste restreinte de ce patient. Les propriétaires ne font pas exception : vous n’êtes pas responsable, et n’en verrez peut-être plus davantage vous-même.
protect-do = Protéger
protect-no-more = Ne plus protéger…
protect-no-more-title = Ne plus protéger ce patient
protect-no-more-what = Tous ceux qui voient une liste de ce patient voient de nouveau tout.
protect-no-more-do = Ne plus protéger
reason = Motif
reason-needed = Écrivez le motif.

## Qui est responsable

responsible = Responsables
responsible-nobody = Personne n’est nommé responsable.
responsible-me = Je suis responsable
responsible-not-me = Je ne suis plus responsable
responsible-choose = Choisir…
responsible-title = Qui est responsable ?
did-protect = A protégé le patient : { $reason }
did-protect-no-more = Ne protège plus le patient : { $reason }
did-set-responsible = { $count ->
    [0] Plus personne n’est responsable
   *[other] Responsables : { $who }
}

## Examiner

emergency-access = Accès d’urgence
emergency-access-waiting = Accès d’urgence ({ $count } à examiner)
emergency-access-what = Qui a ouvert un patient protégé, et pourquoi. Chaque ouverture est examinée une fois, par une autre personne que celle qui l’a faite. Ce qui a été examiné reste ici 30 jours, et dans le journal d’audit.
emergency-access-none = Personne n’a ouvert de patient protégé.
unreviewed-since = { $count ->
    [one] { $count } ouverture attend un examen, depuis { $when }.
   *[other] { $count } ouvertures attendent un examen, la plus ancienne depuis { $when }.
}
all-reviewed = Tout est examiné.
opened-by = { $who } a ouvert { $patient }
opened-at = { $when }, jusqu’à { $until }
hidden-patient = un patient d’une liste que vous ne voyez pas
review = Examiner…
review-title = Examiner cette ouverture
review-question = Y avait-il un bon motif ?
review-appropriate = Oui, c’était justifié
review-inappropriate = Non, ce n’était pas justifié
review-needed = Choisissez une réponse.
review-comment = Commentaire
review-comment-needed = Écrivez pourquoi ce n’était pas justifié.
review-do = Enregistrer l’examen
review-own = La vôtre : une autre personne l’examine.
reviewed-appropriate = Justifiée : { $who }, { $when }
reviewed-inappropriate = Non justifiée : { $who }, { $when }
