### Le dossier du patient : ce que le dossier de l'hôpital dit de lui.

## The page

patient-parts = Parties de la page du patient
patient-part-team = Équipe
patient-part-chart = Dossier
chart-loading = Le dossier de l’hôpital est interrogé…
chart-none-kept = Le dossier ne peut pas être affiché
chart-none-kept-what = Aucun dossier des dernières 24 heures n’est conservé non plus. Ce que l’équipe a écrit se trouve toujours sous « Équipe ».
as-of-age = état de { $time }, { $age }
age-moment = il y a moins d’une minute
age-minutes = { $count ->
    [one] il y a { $count } minute
   *[other] il y a { $count } minutes
}
age-hours = il y a { $count } heures
age-days = il y a { $count } jours
chart-last-known = Voici le dernier dossier connu, { $age }.

## What is not there, and why

absence-none = Le dossier a été lu : rien n’y est noté.
absence-no-allergies = Aucune allergie n’est notée. Cela ne veut pas dire qu’il n’y en a pas.
absence-not-supported = Le dossier de l’hôpital n’offre pas cela.
absence-not-permitted = Non autorisé : le dossier ne laisse pas la connexion de cette équipe le lire.
absence-failed = N’a pas pu être lu : le dossier contient peut-être quelque chose ici.
parts-failed = N’ont pas pu être lus : { $parts }.
parts-not-permitted = Non autorisés : { $parts }.
issues-left-out = { $count ->
    [one] { $count } élément du dossier a été laissé de côté
   *[other] { $count } éléments du dossier ont été laissés de côté
}
issues-others = { $count ->
    [one] { $count } remarque sur la lecture du dossier
   *[other] { $count } remarques sur la lecture du dossier
}
chart-truncated = Le dossier contient plus que ce qui est affiché ici.
issue-line = { $part } : { $reason } ({ $count } ×)
issue-said = Le dossier a répondu :
issue-other-patient = d’une autre personne, non affiché
issue-unknown-patient = ne dit pas de qui, non affiché
issue-unreadable-resource = n’a pas pu être lu, non affiché
issue-unreadable-element = un détail n’a pas pu être lu, le reste est affiché
issue-entered-in-error = marqué comme saisi par erreur, non affiché
issue-unexpected-resource = n’était pas demandé, non affiché
issue-truncated = le dossier contient plus que ce qui a été lu
issue-server-said = le dossier a donné un avertissement
issue-no-answer = le dossier n’a pas donné de réponse lisible

## Items

refuted = réfuté : il a été montré que ce n’est pas le cas
allergy-none-known = Aucune connue : le dossier l’affirme
chart-earlier = Avant ({ $count })
chart-reactions = Réactions
chart-severity = Sévérité
chart-criticality = Risque
chart-status = Statut
chart-recorded-on = Noté
chart-onset = Depuis
chart-abated = Terminé
chart-dosage = Posologie
chart-prescriber = Prescrit par
chart-written = Écrit
chart-start = Du
chart-end = Jusqu’au
chart-encounter = Type de séjour
chart-general-practitioner = Médecin traitant
chart-phone = Téléphone
chart-address = Adresse
chart-deceased = Décès
deceased-yes = Le dossier dit que le patient est décédé
deceased-not = non
chart-photo = Photo du patient, du dossier
chart-replaced = Le dossier de l’hôpital dit qu’un autre dossier remplace celui-ci.
chart-plan = Contrat
chart-subscriber = Numéro d’assuré
chart-no-payer = Assureur non renseigné

## Codes of the record

chart-code-active = en cours
chart-code-inactive = inactif
chart-code-resolved = résolu
chart-code-remission = en rémission
chart-code-confirmed = confirmé
chart-code-mild = léger
chart-code-moderate = modéré
chart-code-severe = sévère
chart-code-criticality-high = élevé
chart-code-criticality-low = faible
chart-code-criticality-unable-to-assess = n’a pas pu être évalué
chart-code-completed = terminé
chart-code-stopped = arrêté
chart-code-draft = brouillon
chart-code-amended = modifié
chart-code-corrected = corrigé
chart-code-in-progress = en cours
chart-code-arrived = arrivé

## Vital signs

vital-respiration = Respiration
vital-spo2 = SpO₂
vital-oxygen = Oxygène
vital-pulse = Pouls
vital-consciousness = Conscience
vital-temperature = Température
vital-upper = systolique
vital-lower = diastolique
vital-values = Valeurs, les plus récentes d’abord
vital-trends = Évolution
vital-time = Heure
vital-no-time = Heure non renseignée
vital-not-measured = non mesuré
vital-show-all = Afficher les { $count } relevés
trend-how = Le curseur sous chaque courbe va de valeur en valeur.
trend-slider = { $sign }, { $count } valeurs dans le temps
trend-value = { $time }, { $value } { $unit }
trend-left-out = { $count ->
    [one] { $count } valeur ne peut pas être tracée et se trouve dans le tableau.
   *[other] { $count } valeurs ne peuvent pas être tracées et se trouvent dans le tableau.
}

## NEWS2

score-components = Les sept paramètres, comme le dossier les a écrits
score-parameter = Paramètre
score-value = Valeur et heure
score-points = Points
score-no-points = aucun
score-missing-none-recorded = non noté
score-missing-apart = trop longtemps avant les autres pour une même série
score-missing-status = non utilisé : { $status }
score-missing-ahead = non utilisé : daté dans le futur
score-missing-no-time = non utilisé : l’heure n’est pas connue
score-missing-no-value = aucune valeur
score-missing-not-measured = des mots et non une mesure
score-missing-bound = seulement une borne ({ $comparator }), sans points au tableau
score-missing-no-unit = sans unité
score-missing-unit = l’unité { $unit } n’est pas comprise
score-missing-impossible = impossible
score-missing-unmapped = des mots dont on ne sait pas s’ils veulent dire alerte
score-missing-needs-oxygen = l’échelle 2 doit savoir si le patient est à l’air ou sous oxygène
spo2-scale-1 = La SpO₂ est cotée selon l’échelle 1.
spo2-scale-2-by = La SpO₂ est cotée selon l’échelle 2 (cible 88 à 92 %), choisie par { $who }, { $when }.
spo2-use-scale-1 = Coter selon l’échelle 1…
spo2-use-scale-2 = Coter selon l’échelle 2…
spo2-scale-1-title = Coter la SpO₂ selon l’échelle 1 ?
spo2-scale-2-title = Coter la SpO₂ selon l’échelle 2 ?
spo2-scale-1-what = L’échelle 1 vaut pour toutes les personnes dont la cible n’est pas de 88 à 92 %.
spo2-scale-2-what = L’échelle 2 ne vaut que pour un patient en insuffisance respiratoire hypercapnique, dont la cible de 88 à 92 % a été fixée par un clinicien compétent. Votre nom et l’heure figureront à côté du score.
spo2-scale-1-do = Utiliser l’échelle 1
spo2-scale-2-do = Utiliser l’échelle 2

## Linking a patient to the record

link-to-record = Relier au dossier…
link-patient-title = Relier le patient au dossier de l’hôpital
link-compare = Comparer
link-confirm = C’est la même personne : relier
link-patient-what = Dès lors, toutes les personnes qui voient le patient voient ce dossier. Comparez avant de confirmer.
link-taken = Un autre patient de l’équipe est déjà relié à celui-ci du dossier. Un propriétaire doit s’en occuper : un des deux liens est faux, ou les deux patients n’en font qu’un.
link-other = Un autre patient du dossier
unlink = Rompre le lien avec le dossier…
unlink-title = Rompre le lien avec le dossier ?
unlink-what = Le dossier n’est plus affiché, et les colonnes du dossier sont vidées. Ce que l’équipe a écrit reste.
unlink-do = Rompre le lien
linked-since = Relié par { $who }, { $when }. Identifiant dans le dossier : { $record }.
link-stale = Le lien mène à un dossier auquel l’équipe n’est plus connectée. Aucun dossier n’est lu par lui.
not-linked-what = Une fois le patient relié au dossier de l’hôpital, son dossier se trouve ici.
not-linked-guest = Les membres de l’équipe peuvent relier le patient au dossier.
not-connected-here = L’équipe n’est pas connectée à un dossier. Un propriétaire la connecte dans les réglages de l’équipe.
ours-team = De l’équipe
theirs-record = Du dossier
identity-part = Partie
differs = diffère
identities-differ = { $count ->
    [0] Tout concorde.
    [one] { $count } partie diffère.
   *[other] { $count } parties diffèrent.
}
identity-numbers = Numéros
proposal-bar = Le dossier donne une autre identité à ce patient. Rien n’a été modifié.
proposal-compare = Comparer…
proposal-title = Le dossier donne une autre identité
proposal-what = Prenez celle du dossier si elle y a été corrigée. Gardez la vôtre si le dossier se trompe ou parle d’une autre personne.
proposal-take = Prendre celle du dossier
proposal-keep = Garder la nôtre
proposal-merged-into = Le dossier de l’hôpital a fusionné ce patient avec { $record }.
proposal-gone = Quelqu’un a déjà décidé entre-temps.

## History

did-link = Relié au dossier ({ $record })
did-unlink = Lien avec le dossier rompu
did-scale-1 = La SpO₂ est cotée selon l’échelle 1
did-scale-2 = La SpO₂ est cotée selon l’échelle 2
did-propose = Le dossier donne une autre identité
did-propose-no-more = Le dossier donne de nouveau l’identité de l’équipe
did-take-identity = Identité du dossier prise
did-keep-identity = Identité de l’équipe gardée ; le dossier disait
