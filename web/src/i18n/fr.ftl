### The interface in French. Same keys as en.ftl (a test holds that). Words: product.md.

## Partout

app-name = Patients
save = Enregistrer
cancel = Annuler
close = Fermer
dismiss = Fermer
retry = Réessayer
loading = Chargement…
unknown = Inconnu
not-recorded = Non renseigné
menu = Menu
notifications = Notifications
skip-to-content = Aller au contenu

## Identité (ward-safety.md)

born = Naissance { $date }
born-with-age = Naissance { $date } ({ $age })
born-not-recorded = Date de naissance non renseignée
age-years = { NUMBER($count, useGrouping: 0) } { $count ->
    [one] an
   *[other] ans
}
age-between = { $from }–{ $to } ans
age-months = { $count } mois
age-weeks = { $count ->
    [0] moins d’une semaine
    [one] 1 semaine
   *[other] { $count } semaines
}
sex-female = Femme
sex-male = Homme
sex-other = Autre sexe
sex-unknown = Sexe inconnu
sex-not-recorded = Sexe non renseigné
number-mr = IPP
number-nhs = Numéro NHS
number-national = Numéro national
number-not-recorded = Numéro non renseigné
same-name = Même nom dans cette liste
same-family-name = Même nom de famille dans cette liste
similar-name = Nom semblable dans cette liste

## La connexion

waiting-changes = { $count ->
    [one] { $count } modification en attente d’envoi
   *[other] { $count } modifications en attente d’envoi
}
