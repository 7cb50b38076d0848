//! The words that ward sheets have in their headers, in English and French.

use crate::text::{has_phrase, words};
use crate::value::identifier::IdentifierKind;
use crate::value::name::NameOrder;

/// What a header says of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    Place,
    FullName(Option<NameOrder>),
    /// The family name or the whole name, as the other columns decide; with the order usual in the header's language.
    Name(Option<NameOrder>),
    Family,
    BirthFamily,
    Given,
    Prefix,
    Sex,
    BirthDate,
    Identifier(IdentifierKind),
    Age,
    /// A usual column of a ward's sheet that is no identity: its type is seen from what stands in it.
    Usual,
}

/// What a header says, if its words are known.
pub(crate) fn meaning(header: &str) -> Option<Meaning> {
    let words = words(header);
    if words.is_empty() {
        return None;
    }
    exact(&words).or_else(|| by_phrase(&words))
}

/// Whole headers. Compared without spaces, so that "D.D.N.", "Bed space" and "first-name" are found.
fn exact(words: &str) -> Option<Meaning> {
    let joined = words.replace(' ', "");
    let is_one_of = |list: &[&str]| list.contains(&joined.as_str());
    if is_one_of(PLACE) {
        return Some(Meaning::Place);
    }
    Some(match joined.as_str() {
        "nom" | "noms" | "nompatient" | "nomdupatient" | "nomdelapatiente" | "malade"
        | "usager" => Meaning::Name(Some(NameOrder::FamilyFirst)),
        "name" | "names" | "patientname" | "patientsname" | "nameofpatient" | "ptname" => {
            Meaning::Name(None)
        }
        "patient" | "patients" | "patiente" | "pt" | "pts" | "resident" | "residents"
        | "client" | "identite" | "identitepatient" | "identitedupatient" => Meaning::Name(None),
        "fullname" | "nomcomplet" | "patientfullname" => Meaning::FullName(None),
        "family" | "familyname" | "surname" | "lastname" | "nomdefamille" | "nomdusage"
        | "nomusage" | "nomusuel" | "nomutilise" | "nommarital" | "nomdepouse" => Meaning::Family,
        "nomdenaissance" | "nomnaissance" | "nomdejeunefille" | "ndn" | "birthname"
        | "maidenname" | "nomnaiss" | "nompatronymique" | "patronyme" | "nomjf" => {
            Meaning::BirthFamily
        }
        "prenom" | "prenoms" | "given" | "givenname" | "givennames" | "firstname"
        | "firstnames" | "forename" | "forenames" | "1erprenom" | "premierprenom"
        | "prenomusuel" | "prenomdusage" | "prenomutilise" | "prenomdenaissance" => Meaning::Given,
        "title" | "titre" | "civilite" | "civ" | "prefix" | "salutation" | "mrmrs" | "mmme" => {
            Meaning::Prefix
        }
        "sex" | "sexe" | "gender" | "genre" | "mf" | "fm" | "hf" | "fh" | "s" | "sx" => {
            Meaning::Sex
        }
        "dob" | "dateofbirth" | "birthdate" | "born" | "bornon" | "birthday" | "ddn"
        | "datedenaissance" | "datenaissance" | "naissance" | "datenaiss" | "dtnaiss"
        | "dnaiss" | "dnaissance" | "ddnaiss" | "datedenaiss" | "naiss" | "nele" | "neele"
        | "ne" | "nee" | "nee1" => Meaning::BirthDate,
        "mrn"
        | "mrno"
        | "medicalrecordnumber"
        | "hospitalno"
        | "hospitalnumber"
        | "hospno"
        | "hospitalid"
        | "patientid"
        | "patientno"
        | "patientnumber"
        | "unitnumber"
        | "unitno"
        | "pid"
        | "chartno"
        | "recordno"
        | "recordnumber"
        | "ipp"
        | "nip"
        | "nipp"
        | "nnip"
        | "ndossier"
        | "nodossier"
        | "numdossier"
        | "numerodossier"
        | "numerodedossier"
        | "ndedossier"
        | "nodedossier"
        | "dossier"
        | "numeropatient"
        | "npatient"
        | "nopatient"
        | "idpatient"
        | "identifiant"
        | "identifiantpatient"
        | "id"
        | "identifier"
        | "hn"
        | "crn" => Meaning::Identifier(IdentifierKind::Mrn),
        "nhs" | "nhsno" | "nhsnumber" | "nhsnum" => Meaning::Identifier(IdentifierKind::Nhs),
        "ins"
        | "nins"
        | "matriculeins"
        | "nir"
        | "insnir"
        | "nss"
        | "nsecu"
        | "secu"
        | "numerodesecuritesociale"
        | "nsecuritesociale"
        | "numsecu"
        | "noss"
        | "nss1" => Meaning::Identifier(IdentifierKind::Ins),
        "iep" | "niep" | "nda" | "nnda" | "nsejour" | "nosejour" | "numerodesejour" | "visitno"
        | "visitnumber" | "encounter" | "encounternumber" | "episodeno" | "episodenumber"
        | "accountnumber" | "fin" | "csn" | "nvenue" | "venue" | "npassage" | "admissionno"
        | "admissionnumber" | "numerodadmission" | "numsejour" => {
            Meaning::Identifier(IdentifierKind::Visit)
        }
        "chi" | "chino" | "chinumber" | "ssn" | "hcn" | "socialsecuritynumber" => {
            Meaning::Identifier(IdentifierKind::Other)
        }
        "age" | "ages" | "ageans" | "ageyears" | "yrs" | "ageyrs" => Meaning::Age,
        _ => return None,
    })
}

const PLACE: &[&str] = &[
    "lit",
    "lits",
    "nlit",
    "nolit",
    "numlit",
    "numerolit",
    "numerodelit",
    "ndelit",
    "litn",
    "chambre",
    "chambres",
    "ch",
    "chbre",
    "chb",
    "chamb",
    "nchambre",
    "nochambre",
    "numchambre",
    "numerodechambre",
    "chambrelit",
    "chlit",
    "litchambre",
    "place",
    "emplacement",
    "localisation",
    "bed",
    "beds",
    "bedno",
    "bednumber",
    "bedid",
    "bedspace",
    "bay",
    "baybed",
    "room",
    "roomno",
    "roomnumber",
    "roombed",
    "rm",
    "cubicle",
    "location",
    "loc",
    "bedlocation",
    "wardbed",
    "box",
    "sideroom",
    "fauteuil",
    "brancard",
    "poste",
];

fn by_phrase(words: &str) -> Option<Meaning> {
    let has = |phrase: &str| has_phrase(words, phrase);
    let has_any = |phrases: &[&str]| phrases.iter().any(|phrase| has(phrase));
    let given = has_any(&[
        "prenom",
        "prenoms",
        "first name",
        "firstname",
        "forename",
        "forenames",
        "given name",
        "given",
        "first",
    ]);
    let family = has_any(&[
        "nom",
        "noms",
        "surname",
        "last name",
        "lastname",
        "family name",
        "family",
        "last",
    ]) || (has("name") && has_any(&["forename", "prenom"]));
    let is_somebody_else = has_any(&[
        "medecin",
        "docteur",
        "infirmier",
        "infirmiere",
        "ide",
        "consultant",
        "doctor",
        "nurse",
        "gp",
        "kin",
        "contact",
        "confiance",
        "mother",
        "mere",
        "pere",
        "tuteur",
        "aidant",
        "referent",
        "interne",
        "senior",
        "key worker",
        "medicament",
        "drug",
    ]);
    if is_somebody_else {
        return has_any(USUAL).then_some(Meaning::Usual);
    }
    if given && family {
        return Some(Meaning::FullName(Some(order_of(words))));
    }
    if has_any(&[
        "nom de naissance",
        "nom de jeune fille",
        "birth name",
        "maiden name",
    ]) {
        return Some(Meaning::BirthFamily);
    }
    if has_any(&[
        "lieu",
        "place of birth",
        "birthplace",
        "weight",
        "poids",
        "term",
    ]) {
        return Some(Meaning::Usual);
    }
    if has_any(&[
        "naissance",
        "birth",
        "dob",
        "ddn",
        "ne le",
        "nee le",
        "ne e le",
        "born",
        "date naiss",
    ]) {
        let with_name = has_any(&["name", "nom", "patient", "identite"]);
        return Some(if with_name {
            Meaning::Name(None)
        } else {
            Meaning::BirthDate
        });
    }
    if given
        && !has_any(&["medication", "dose", "first dose"])
        && words.split(' ').count() <= 3
        && has_any(&["prenom", "prenoms", "name", "forename"])
    {
        return Some(Meaning::Given);
    }
    if has_any(&["nhs number", "nhs no", "nhs n"]) {
        return Some(Meaning::Identifier(IdentifierKind::Nhs));
    }
    if has_any(&[
        "ipp",
        "mrn",
        "nip",
        "n dossier",
        "numero de dossier",
        "no dossier",
        "hospital number",
        "hospital no",
        "patient id",
        "id patient",
    ]) {
        return Some(Meaning::Identifier(IdentifierKind::Mrn));
    }
    if has_any(&["iep", "n sejour", "numero de sejour"]) {
        return Some(Meaning::Identifier(IdentifierKind::Visit));
    }
    if has_any(&["matricule ins", "nir", "securite sociale"]) {
        return Some(Meaning::Identifier(IdentifierKind::Ins));
    }
    let only = |allowed: &[&str]| {
        words
            .split(' ')
            .all(|word| allowed.contains(&word) || word.bytes().all(|b| b.is_ascii_digit()))
    };
    if only(&[
        "sexe",
        "sex",
        "gender",
        "genre",
        "m",
        "f",
        "h",
        "administratif",
        "patient",
        "du",
    ]) && has_any(&["sexe", "sex", "gender", "genre"])
    {
        return Some(Meaning::Sex);
    }
    if only(&[
        "lit", "lits", "chambre", "ch", "chambres", "bed", "room", "bay", "no", "n", "num",
        "numero", "number", "de", "du", "et", "and", "side", "id", "actuel", "current", "ward",
        "box", "secteur", "porte", "fenetre", "space",
    ]) && has_any(&["lit", "lits", "chambre", "ch", "bed", "room", "bay"])
    {
        return Some(Meaning::Place);
    }
    if only(&[
        "nom",
        "noms",
        "name",
        "patient",
        "patients",
        "patiente",
        "du",
        "de",
        "la",
        "le",
        "l",
        "of",
        "the",
        "s",
        "full",
        "identite",
        "identity",
        "details",
        "demographics",
        "title",
    ]) {
        let order = (has("nom") || has("noms")).then_some(NameOrder::FamilyFirst);
        return has_any(&[
            "nom", "noms", "name", "patient", "patients", "patiente", "identite", "identity",
        ])
        .then_some(Meaning::Name(order));
    }
    if has("age") && words.split(' ').count() <= 3 {
        return Some(Meaning::Age);
    }
    has_any(USUAL).then_some(Meaning::Usual)
}

/// The order in which a header names the parts.
fn order_of(words: &str) -> NameOrder {
    let first = |list: &[&str]| words.split(' ').position(|word| list.contains(&word));
    let given = first(&[
        "prenom",
        "prenoms",
        "first",
        "firstname",
        "forename",
        "forenames",
        "given",
    ]);
    let family = first(&[
        "nom", "noms", "surname", "last", "lastname", "family", "name",
    ]);
    if given < family {
        NameOrder::GivenFirst
    } else {
        NameOrder::FamilyFirst
    }
}

/// Words by which a header of a ward's sheet is known as one.
const USUAL: &[&str] = &[
    "admission",
    "admitted",
    "admis",
    "allergie",
    "allergies",
    "allergy",
    "allergen",
    "anticoagulant",
    "antecedents",
    "atcd",
    "autonomie",
    "bilan",
    "birthplace",
    "commentaire",
    "commentaires",
    "comments",
    "comment",
    "consigne",
    "consignes",
    "constantes",
    "consultant",
    "contact",
    "date",
    "day",
    "destination",
    "devenir",
    "diagnosis",
    "diagnoses",
    "diagnostic",
    "diet",
    "discharge",
    "dms",
    "dnar",
    "dnacpr",
    "doctor",
    "dr",
    "dx",
    "edd",
    "entree",
    "entry",
    "estimated",
    "examens",
    "exams",
    "fall",
    "falls",
    "gp",
    "handover",
    "histoire",
    "history",
    "hdm",
    "ide",
    "infirmiere",
    "infirmier",
    "isolation",
    "isolement",
    "issues",
    "jobs",
    "kine",
    "lieu",
    "los",
    "medecin",
    "medication",
    "medications",
    "mobilite",
    "mobility",
    "motif",
    "news",
    "news2",
    "ews",
    "note",
    "notes",
    "nurse",
    "nursing",
    "observation",
    "observations",
    "obs",
    "ot",
    "perfusion",
    "physio",
    "plan",
    "poids",
    "pps",
    "prise en charge",
    "problem",
    "problems",
    "provenance",
    "reason",
    "referent",
    "regime",
    "remarque",
    "remarques",
    "resus",
    "risk",
    "risque",
    "service",
    "social",
    "sortie",
    "specialty",
    "specialite",
    "statut",
    "status",
    "surveillance",
    "taches",
    "tasks",
    "telephone",
    "temperature",
    "to do",
    "todo",
    "traitement",
    "transmissions",
    "transmission",
    "unit",
    "ward",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_both_languages_are_known() {
        use IdentifierKind::{Ins, Mrn, Nhs, Visit};
        for (header, expected) in [
            ("Lit", Meaning::Place),
            ("N° lit", Meaning::Place),
            ("Ch.", Meaning::Place),
            ("Chambre / Lit", Meaning::Place),
            ("Bed No.", Meaning::Place),
            ("Bay & Bed", Meaning::Place),
            ("Room", Meaning::Place),
            (
                "NOM Prénom",
                Meaning::FullName(Some(NameOrder::FamilyFirst)),
            ),
            (
                "Prénom et nom",
                Meaning::FullName(Some(NameOrder::GivenFirst)),
            ),
            (
                "First & Last Name",
                Meaning::FullName(Some(NameOrder::GivenFirst)),
            ),
            (
                "Surname, Forename",
                Meaning::FullName(Some(NameOrder::FamilyFirst)),
            ),
            ("Patient", Meaning::Name(None)),
            (
                "Nom du patient",
                Meaning::Name(Some(NameOrder::FamilyFirst)),
            ),
            ("Nom", Meaning::Name(Some(NameOrder::FamilyFirst))),
            ("Surname", Meaning::Family),
            ("Nom d'usage", Meaning::Family),
            ("Nom de naissance", Meaning::BirthFamily),
            ("Prénom(s)", Meaning::Given),
            ("First name", Meaning::Given),
            ("Civilité", Meaning::Prefix),
            ("M/F", Meaning::Sex),
            ("Sexe", Meaning::Sex),
            ("D.O.B.", Meaning::BirthDate),
            ("Né(e) le", Meaning::BirthDate),
            ("Date de naissance (JJ/MM/AAAA)", Meaning::BirthDate),
            ("Lieu de naissance", Meaning::Usual),
            ("N° IPP", Meaning::Identifier(Mrn)),
            ("MRN", Meaning::Identifier(Mrn)),
            ("N° dossier", Meaning::Identifier(Mrn)),
            ("NHS No", Meaning::Identifier(Nhs)),
            ("INS", Meaning::Identifier(Ins)),
            ("IEP", Meaning::Identifier(Visit)),
            ("Age", Meaning::Age),
            ("Médecin", Meaning::Usual),
            ("Nom du médecin", Meaning::Usual),
            ("Notes", Meaning::Usual),
            ("EDD", Meaning::Usual),
        ] {
            assert_eq!(meaning(header), Some(expected), "{header}");
        }
        for header in ["", "DUPONT Jean", "12", "Cardiologie", "xyz"] {
            assert_eq!(meaning(header), None, "{header}");
        }
    }
}
