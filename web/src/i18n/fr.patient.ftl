### La page d'un patient.

## Everywhere on these pages

edit = Modifier
more = Plus
close = Fermer
undo = Annuler
delete = Supprimer
restore = Rétablir
remove = Retirer
list = Liste

## The page

patient-gone = Ce patient n’est pas accessible
patient-gone-what-next = Le patient a quitté les listes que vous voyez, ou l’adresse est fausse. Vos équipes se trouvent sous le nom ci-dessus.
open-patient = Ouvrir le patient
patients-of-list = Patients de la liste
patient-position = Patient { $place } sur { $total }
previous-patient = Précédent
next-patient = Suivant
patient-actions = Patient…
patient-status = Statut
status-present = Présent
locked-to-owners = réservé aux propriétaires
values = Valeurs
highlighted-by = Mis en évidence par { $who }, { $when }
by-at = { $who }, { $when }

## Identity

edit-identity = Modifier l’identité
family-name = Nom de famille
given-name = Prénom
title-of-person = Civilité
birth-date = Date de naissance
birth-date-example = 14-juil-1945, 14/7/1945, juil 1945 ou 1945
not-a-birth-date = Ce n’est pas une date. Écrivez jour, mois, année, ou ce qui en est connu : 14-juil-1945, juil 1945 ou 1945.
birth-date-in-future = Ce jour est dans le futur.
sex = Sexe
number-kind = Type de numéro { $place }
number-value = Numéro { $place }
add-number = Ajouter un numéro
name-or-number-needed = Écrivez un nom ou un numéro : sans l’un ni l’autre, on ne peut distinguer la personne des autres.

## Notes

notes = Notes
new-note = Nouvelle note
add-note = Ajouter la note
no-notes = Aucune note pour l’instant.
edit-note = Modifier la note
note-text = Texte
versions = Versions
versions-of-note = Versions de la note
note-changed-by = modifiée par { $who }, { $when } ({ $count ->
    [one] { $count } version
   *[other] { $count } versions
})
note-deleted-by = supprimée par { $who }, { $when }
note-hidden = Cette note a été supprimée.
note-deleted = La note a été supprimée.
note-was-deleted = A supprimé la note
note-was-restored = A rétabli la note

## Lists that the patient is on

on-lists = Sur ces listes
on-no-list = Sur aucune liste. Seuls les propriétaires, et la personne qui l’a retiré de la dernière liste, voient encore le patient.
on-all-lists = Le patient est sur toutes les listes que vous voyez.
add-to-list = Ajouter à une liste…
add-to-list-title = Ajouter le patient à une liste
add-to-list-do = Ajouter à la liste
move-to-list = Déplacer…
move-to-list-title = Déplacer le patient vers une autre liste
move-to-list-do = Déplacer
remove-from-list = Retirer
removed-from-list = Retiré de { $list }.
audience-question = { $count ->
    [one] { $count } personne verrait ce patient et ne le voit pas aujourd’hui : { $who }. Est-ce voulu ?
   *[other] { $count } personnes verraient ce patient et ne le voient pas aujourd’hui : { $who }. Est-ce voulu ?
}
let-them-see = Oui, elles peuvent voir le patient

## Two records of one person

merge-with = Fusionner avec un autre dossier…
merge-title = Deux dossiers de la même personne
merge-what = Les listes et les notes des deux restent. Les valeurs du dossier gardé restent ; là où il n’en a pas, il reçoit celles de l’autre. Cela peut être annulé.
merge = Fusionner
which-is-kept = Quel dossier est gardé ?
this-record = Ce dossier
other-record = L’autre dossier
choose-another = En choisir un autre
find-by-name-or-number = Chercher par nom ou numéro
no-patient-found = Personne ne correspond.
list-to-look-in = Liste où chercher
merged-records = Fusionnés dans ce dossier
merged-into-another = Ce dossier a été fusionné dans un autre.
go-to-that-record = Aller à ce dossier
unmerge = Séparer de nouveau…
unmerge-do = Séparer
unmerge-title = Deux personnes en fin de compte
unmerge-what = Chaque dossier retrouve ce qui est à lui : ses listes, ses notes, et les valeurs venues avec lui là où personne ne les a changées depuis.

## History

patient-history = Historique
value-history = Historique de la valeur
history-of = Historique : { $what }
no-history = Rien n’a jamais été renseigné ici.
value-from = de
value-to = à
how-came = Arrivé avec le patient
how-undone = A annulé la modification précédente
how-of-merge = Venu d’une fusion de dossiers
a-former-list = une liste
did-edit-identity = A modifié l’identité
did-add = A ajouté le patient à { $list }
did-add-to-list = A ajouté à { $list }
did-move = A déplacé de { $from } vers { $to }
did-remove-from-list = A retiré de { $list }
did-set-status = Statut : { $status }
did-highlight = A mis en évidence { $what } : { $reason }
did-remove-highlight = A retiré la mise en évidence de { $what }
did-note = Note :
did-edit-note = A modifié une note :
did-merge = Fusionné avec un autre dossier
did-unmerge = Séparé d’un autre dossier
