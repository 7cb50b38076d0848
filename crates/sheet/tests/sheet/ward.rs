//! Made-up patients whose truth is known, and what a sheet was understood to say, in the same form.

use jiff::civil::{Date, date};
use sheet::{Assembled, CellValue, Mapping, Sheet};

/// The day of all tests.
pub(crate) const TODAY: Date = date(2026, 11, 24);

/// One patient as they are.
#[derive(Clone, Default)]
pub(crate) struct Truth {
    pub(crate) room: String,
    pub(crate) family: String,
    pub(crate) given: String,
    pub(crate) title: String,
    pub(crate) female: bool,
    pub(crate) born: Date,
    pub(crate) mrn: String,
    pub(crate) note: String,
    pub(crate) temperature: Option<f64>,
    pub(crate) leaves: Option<Date>,
    pub(crate) isolated: bool,
    pub(crate) diet: String,
}

const FAMILIES: [&str; 12] = [
    "DUPONT",
    "MARTIN",
    "LE GOFF",
    "D'ANGELO",
    "ÉLOI",
    "DE LA TOUR",
    "O'BRIEN",
    "NGUYEN",
    "MÜLLER",
    "SAINT-JUST",
    "ROUX",
    "TOTAL",
];
const GIVENS: [&str; 10] = [
    "Jean",
    "Claire",
    "Anne-Marie",
    "Luc",
    "Zoé",
    "Jean-Pierre",
    "Aïcha",
    "Ben",
    "Marie Louise",
    "Noël",
];
const NOTES: [&str; 6] = [
    "",
    "À jeun; scanner à 14h, voir Dr Le Bris",
    "Fille vient jeudi",
    "Douleur \"8/10\" la nuit, morphine",
    "RAS",
    "Chute le 12/11, surveiller",
];
const LONG_NOTE: &str = "Dort bien\nMange peu, \"rien de solide\"\nSortie vue avec la famille";
const DIETS: [&str; 3] = ["Normal", "Diabétique", "Mixé"];

/// A small generator of numbers that gives the same ward for the same seed.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

/// Patients in rooms of one or two.
pub(crate) fn ward(seed: u64) -> Vec<Vec<Truth>> {
    let mut dice = Dice::new(seed);
    let mut number = 0;
    (0..9)
        .map(|room| {
            let patients = 1 + usize::from(room % 3 != 2);
            (0..patients)
                .map(|_| {
                    number += 1;
                    patient(&mut dice, room, patients, number)
                })
                .collect()
        })
        .collect()
}

fn patient(dice: &mut Dice, room: usize, in_room: usize, number: usize) -> Truth {
    let female = dice.below(2) == 0;
    // Years that two digits say without doubt, and one day of birth in the sheet that is after the twelfth.
    let day = if number == 1 { 25 } else { 1 + dice.below(28) };
    let born = Date::new(
        i16::try_from(1930 + dice.below(70)).unwrap(),
        i8::try_from(1 + dice.below(12)).unwrap(),
        i8::try_from(day).unwrap(),
    );
    let leaves = Date::new(
        2026,
        12,
        i8::try_from(if number == 2 { 13 } else { 1 + dice.below(28) }).unwrap(),
    )
    .unwrap();
    Truth {
        room: if room < 5 {
            format!("{}", 101 + room)
        } else {
            format!("A{}", room + 3)
        },
        family: dice.pick(&FAMILIES).to_owned(),
        given: dice.pick(&GIVENS).to_owned(),
        title: if female { "Mme" } else { "M." }.to_owned(),
        female,
        born: born.unwrap(),
        mrn: format!("{:08}", 1_234_500 + number * 7),
        // Only somebody alone in a row can have a note of several lines.
        note: if in_room == 1 && number % 2 == 1 {
            LONG_NOTE.to_owned()
        } else {
            dice.pick(&NOTES).to_owned()
        },
        temperature: (number == 2 || dice.below(4) > 0)
            .then(|| 36.0 + f64::from(u8::try_from(dice.below(40)).unwrap()) / 10.0),
        leaves: (number == 2 || dice.below(3) > 0).then_some(leaves),
        isolated: number == 3 || dice.below(4) == 0,
        diet: dice.pick(&DIETS).to_owned(),
    }
}

/// One line a patient, to be compared and shown: these people do not exist.
pub(crate) fn said(truth: &Truth, with_title: bool) -> String {
    format!(
        "{} | {} | {} | {} | {} | {} | {} | {:?} | {} | {} | {} | {}",
        truth.room,
        truth.family,
        truth.given,
        if with_title { &truth.title } else { "" },
        if truth.female { "Female" } else { "Male" },
        truth.born,
        truth.mrn,
        truth.note,
        truth
            .temperature
            .map(|number| number.to_string())
            .unwrap_or_default(),
        truth
            .leaves
            .map(|date| date.to_string())
            .unwrap_or_default(),
        if truth.isolated { "true" } else { "" },
        truth.diet,
    )
}

/// The same lines, from what a sheet was understood to say. `headers` finds the value columns: note, temperature, leaves, isolated, diet.
pub(crate) fn understood(sheet: &Sheet, assembled: &Assembled, headers: [&str; 5]) -> Vec<String> {
    let column = |header: &str| {
        sheet
            .columns
            .iter()
            .find(|column| column.header == header)
            .map(|column| column.index)
    };
    assembled
        .patients
        .iter()
        .map(|patient| {
            let value = |header: &str| {
                let found = patient
                    .values
                    .iter()
                    .find(|(index, _)| Some(*index) == column(header));
                found.map(|(_, value)| shown(value)).unwrap_or_default()
            };
            let text = |part: &Option<String>| part.clone().unwrap_or_default();
            format!(
                "{} | {} | {} | {} | {} | {} | {} | {:?} | {} | {} | {} | {}",
                text(&patient.place),
                text(&patient.family),
                text(&patient.given),
                text(&patient.prefix),
                patient
                    .sex
                    .map(|sex| format!("{sex:?}"))
                    .unwrap_or_default(),
                patient
                    .birth_date
                    .map(|date| date.to_string())
                    .unwrap_or_default(),
                patient
                    .identifiers
                    .iter()
                    .map(|identifier| identifier.value.clone())
                    .collect::<Vec<_>>()
                    .join(","),
                value(headers[0]),
                value(headers[1]),
                value(headers[2]),
                value(headers[3]),
                value(headers[4]),
            )
        })
        .collect()
}

pub(crate) fn shown(value: &CellValue) -> String {
    match value {
        CellValue::Text(text) => text.clone(),
        CellValue::Number { value, unit } => format!("{value}{unit}"),
        CellValue::Checkbox(ticked) => ticked.to_string(),
        CellValue::Date(date) => date.to_string(),
        CellValue::DateTime(at) => at.to_string(),
    }
}

/// Reads with the guesses, as the preview opens.
pub(crate) fn assemble(sheet: &Sheet) -> Assembled {
    sheet::assemble(sheet, &Mapping::from_guesses(sheet), TODAY)
}

/// Every row is the header, a patient's, skipped, or reported as left out; and none is two of these.
pub(crate) fn assert_every_row_is_accounted_for(sheet: &Sheet, assembled: &Assembled) {
    let Some(last) = sheet.rows.last().map(|row| row.number) else {
        return;
    };
    let mut seen: Vec<u32> = sheet.header_row.into_iter().collect();
    seen.extend(
        assembled
            .skipped
            .iter()
            .flat_map(|skipped| skipped.first_row..=skipped.last_row),
    );
    seen.extend(
        assembled
            .patients
            .iter()
            .filter(|patient| patient.line == 0)
            .flat_map(|patient| patient.row..=patient.last_row),
    );
    let left_out = assembled
        .issues
        .iter()
        .filter(|issue| issue.kind.effect() == sheet::Effect::LineLeftOut);
    seen.extend(left_out.map(|issue| issue.row));
    seen.sort_unstable();
    // Empty rows inside a patient of several rows are the patient's.
    assert_eq!(seen, (1..=last).collect::<Vec<_>>());
}
