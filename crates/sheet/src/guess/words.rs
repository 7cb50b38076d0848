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
    /// "Identity" over a group of columns, of which this is one: as good as no header.
    Group,
    /// What people write in sentences.
    Notes,
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

/// Whole headers, without spaces, so that "D.D.N.", "Bed space" and "first-name" are found.
const EXACT: &[(Meaning, &str)] = &[
    (
        Meaning::Place,
        "lit lits nlit nolit numlit numerolit numerodelit ndelit litn chambre chambres ch chbre chb chamb nchambre nochambre numchambre \
         numerochambre numerodechambre chambrelit chlit litchambre place emplacement localisation bed beds bedno bednumber bedid bedspace bay \
         baybed room roomno roomnumber roombed rm cubicle location loc bedlocation wardbed box sideroom fauteuil brancard poste",
    ),
    (
        Meaning::Name(Some(NameOrder::FamilyFirst)),
        "nom noms nompatient nomdupatient nomdelapatiente malade usager",
    ),
    (
        Meaning::Name(None),
        "name names patientname patientsname nameofpatient ptname patient patients patiente pt pts resident residents client",
    ),
    (
        Meaning::Group,
        "identite identitepatient identitedupatient identity demographics patientdetails patientidentity details",
    ),
    (
        Meaning::FullName(None),
        "fullname patientfullname nomcomplet",
    ),
    (
        Meaning::Family,
        "family familyname surname lastname nomdefamille nomdusage nomusage nomusuel nomutilise nommarital nomdepouse",
    ),
    (
        Meaning::BirthFamily,
        "nomdenaissance nomnaissance nomnaiss nomdejeunefille nomjf ndn nompatronymique patronyme birthname maidenname",
    ),
    (
        Meaning::Given,
        "prenom prenoms 1erprenom premierprenom prenomusuel prenomdusage prenomutilise prenomdenaissance given givenname givennames \
         firstname firstnames forename forenames",
    ),
    (
        Meaning::Prefix,
        "title titre civilite civ prefix salutation mrmrs mmme",
    ),
    (Meaning::Sex, "sex sexe gender genre mf fm hf fh s sx"),
    (
        Meaning::BirthDate,
        "dob dateofbirth birthdate birthday born bornon ddn datedenaissance datenaissance naissance naiss datenaiss datedenaiss dtnaiss \
         dnaiss dnaissance ddnaiss nele neele ne nee",
    ),
    (
        Meaning::Identifier(IdentifierKind::Mrn),
        "mrn mrno medicalrecordnumber hospitalno hospitalnumber hospno hospitalid patientid patientno patientnumber unitnumber unitno pid \
         chartno recordno recordnumber hn crn ipp nip nipp nnip ndossier nodossier numdossier numerodossier numerodedossier ndedossier \
         nodedossier dossier numeropatient npatient nopatient idpatient identifiant identifiantpatient id identifier",
    ),
    (
        Meaning::Identifier(IdentifierKind::Nhs),
        "nhs nhsno nhsnumber nhsnum",
    ),
    (
        Meaning::Identifier(IdentifierKind::Ins),
        "ins nins matriculeins nir insnir nss nsecu secu noss numsecu nsecuritesociale numerodesecuritesociale",
    ),
    (
        Meaning::Identifier(IdentifierKind::Visit),
        "iep niep nda nnda nsejour nosejour numsejour numerodesejour nvenue venue npassage numerodadmission visitno visitnumber encounter \
         encounternumber episodeno episodenumber accountnumber fin csn admissionno admissionnumber",
    ),
    (
        Meaning::Identifier(IdentifierKind::Other),
        "chi chino chinumber ssn hcn socialsecuritynumber",
    ),
    (
        Meaning::Notes,
        "note notes comment comments commentaire commentaires remarque remarques observation observations transmission transmissions \
         handover handovernotes plan jobs tasks todo taches afaire consignes histoire history hdm priseencharge pec issues problems summary \
         nursingnotes medicalnotes handovernote situation background assessment recommendation",
    ),
    (Meaning::Age, "age ages ageans ageyears ageyrs yrs"),
];

fn exact(words: &str) -> Option<Meaning> {
    let joined = words.replace(' ', "");
    EXACT
        .iter()
        .find(|(_, list)| list.split(' ').any(|known| known == joined))
        .map(|(meaning, _)| *meaning)
}

/// Parts of the name.
const GIVEN: &str = "prenom|prenoms|first name|firstname|first|forename|forenames|given name|given";
const FAMILY: &str = "nom|noms|surname|last name|lastname|last|family name|family";

/// People who are not the patient: "Nom du médecin" is no name here.
const SOMEBODY_ELSE: &str = "medecin|docteur|infirmier|infirmiere|ide|consultant|doctor|nurse|gp|kin|contact|confiance|mother|mere|pere|tuteur|\
    aidant|referent|interne|senior|key worker|medicament|drug";

/// What else a header of a birth date, a name or a place may have in it.
const AROUND_SEX: &str = "sexe|sex|gender|genre|m|f|h|administratif|patient|du";
const AROUND_PLACE: &str = "lit|lits|chambre|chambres|ch|bed|room|bay|no|n|num|numero|number|de|du|et|and|side|id|actuel|current|ward|box|secteur|\
    porte|fenetre|space";
const AROUND_NAME: &str =
    "nom|noms|name|patient|patients|patiente|du|de|la|le|l|of|the|s|full|title";

fn by_phrase(words: &str) -> Option<Meaning> {
    let has = |list: &str| list.split('|').any(|phrase| has_phrase(words, phrase));
    let only = |list: &str| {
        words.split(' ').all(|word| {
            list.split('|').any(|known| known == word) || word.bytes().all(|b| b.is_ascii_digit())
        })
    };
    let usual = || {
        USUAL
            .split(' ')
            .any(|word| has_phrase(words, word))
            .then_some(Meaning::Usual)
    };
    if has(SOMEBODY_ELSE) {
        return usual();
    }
    let given = has(GIVEN);
    if given && (has(FAMILY) || (has("name") && has("forename|prenom"))) {
        return Some(Meaning::FullName(Some(order_of(words))));
    }
    if has("nom de naissance|nom de jeune fille|birth name|maiden name") {
        return Some(Meaning::BirthFamily);
    }
    // About birth, and not its date.
    if has("lieu|place of birth|birthplace|weight|poids|term|terme") {
        return Some(Meaning::Usual);
    }
    if has("naissance|birth|dob|ddn|ne le|nee le|ne e le|born|date naiss") {
        return Some(if has("name|nom|patient|identite") {
            Meaning::Name(None)
        } else {
            Meaning::BirthDate
        });
    }
    if given && words.split(' ').count() <= 3 && has("prenom|prenoms|name|forename") {
        return Some(Meaning::Given);
    }
    if has("nhs number|nhs no|nhs n") {
        return Some(Meaning::Identifier(IdentifierKind::Nhs));
    }
    if has(
        "ipp|mrn|nip|n dossier|numero de dossier|no dossier|hospital number|hospital no|patient id|id patient",
    ) {
        return Some(Meaning::Identifier(IdentifierKind::Mrn));
    }
    if has("iep|n sejour|numero de sejour") {
        return Some(Meaning::Identifier(IdentifierKind::Visit));
    }
    if has("matricule ins|nir|securite sociale") {
        return Some(Meaning::Identifier(IdentifierKind::Ins));
    }
    if only(AROUND_SEX) && has("sexe|sex|gender|genre") {
        return Some(Meaning::Sex);
    }
    if only(AROUND_PLACE) && has("lit|lits|chambre|ch|bed|room|bay") {
        return Some(Meaning::Place);
    }
    if only(AROUND_NAME) && has("nom|noms|name|patient|patients|patiente") {
        return Some(Meaning::Name(
            has("nom|noms").then_some(NameOrder::FamilyFirst),
        ));
    }
    if has("age") && words.split(' ').count() <= 3 {
        return Some(Meaning::Age);
    }
    usual()
}

/// The order in which a header names the parts.
fn order_of(words: &str) -> NameOrder {
    let first = |list: &str| {
        words
            .split(' ')
            .position(|word| list.split('|').any(|known| known == word))
    };
    let family = first(FAMILY).or_else(|| first("name"));
    if first(GIVEN) < family {
        NameOrder::GivenFirst
    } else {
        NameOrder::FamilyFirst
    }
}

/// Words by which a header of a ward's sheet is known as one.
const USUAL: &str = "admission admitted admis allergie allergies allergy allergen anticoagulant antecedents atcd autonomie bilan birthplace \
    commentaire commentaires comments comment consigne consignes constantes consultant contact date day destination devenir diagnosis diagnoses \
    diagnostic diet discharge dms dnar dnacpr doctor dr dx edd entree entry estimated examens exams fall falls gp handover histoire history hdm \
    ide infirmiere infirmier isolation isolement issues jobs kine lieu los medecin medication medications mobilite mobility motif news news2 ews \
    note notes nurse nursing observation observations obs ot perfusion physio plan poids pps problem problems provenance reason referent regime \
    remarque remarques resus risk risque service social sortie specialty specialite statut status surveillance taches tasks telephone temperature \
    todo traitement transmissions transmission unit ward";

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
            ("Notes", Meaning::Notes),
            ("EDD", Meaning::Usual),
        ] {
            assert_eq!(meaning(header), Some(expected), "{header}");
        }
        for header in ["", "DUPONT Jean", "12", "Cardiologie", "xyz"] {
            assert_eq!(meaning(header), None, "{header}");
        }
    }
}
