//! What a column's texts look like together.

use std::collections::HashMap;

use super::Guess;
use crate::text::{filled_lines, is_blank, says_unknown, squeeze};
use crate::value::checkbox::parse_checkbox;
use crate::value::date::{DatePurpose, DateRules, looks_like_date, parse_date};
use crate::value::identifier::{IdentifierKind, ins_check_holds, nhs_check_holds};
use crate::value::name::{NameOrder, is_name_like, name_order, name_part};
use crate::value::number::{NumberError, parse_number};
use crate::value::sex::{Sex, parse_sex};

/// Characters of a short text on average, and of the longest.
const SHORT_ON_AVERAGE: usize = 40;
const SHORT_AT_MOST: usize = 100;

/// A choice has at most this many options, and each on average twice.
const MAX_OPTIONS: usize = 8;
const MAX_OPTION_CHARS: usize = 30;
const MIN_FILLED_FOR_CHOICE: usize = 6;

/// Days of 1927 to 2063 as a spreadsheet numbers them. Among dates such a number is one.
const DAY_NUMBERS: std::ops::RangeInclusive<u32> = 10_000..=60_000;

/// Lines of a column that are looked at closely: more would tell no more.
const MAX_LOOKED_AT: usize = 300;

/// Counts over the lines of a column's cells. "Known" leaves out dashes, "N/A" and the like.
#[derive(Default)]
pub(super) struct Contents {
    pub(super) filled: usize,
    known: usize,
    /// Lines that the counts below are of.
    looked_at: usize,
    multi_line: usize,
    chars: usize,
    longest: usize,
    pub(super) dates: usize,
    day_numbers: usize,
    with_time: usize,
    years: Option<(i16, i16)>,
    numbers: usize,
    leading_zeros: usize,
    ticks: usize,
    digits_only: usize,
    sexes: usize,
    pub(super) names: usize,
    family_first: usize,
    given_first: usize,
    nhs: usize,
    ins: usize,
    long_numbers: usize,
    phones: usize,
    words: usize,
    places: usize,
    texts: HashMap<String, usize>,
}

impl Contents {
    /// Counts over cells, each with whether its row has several patients, of whom each has a line of their own.
    pub(super) fn of<'a>(cells: impl Iterator<Item = (&'a str, bool)>) -> Self {
        let mut contents = Self::default();
        for (cell, is_shared) in cells.filter(|(cell, _)| !is_blank(cell)) {
            contents.filled += 1;
            contents.multi_line += usize::from(!is_shared && filled_lines(cell).count() > 1);
            for line in filled_lines(cell).filter(|line| !says_unknown(line)) {
                contents.add(line);
            }
        }
        contents
    }

    fn add(&mut self, line: &str) {
        let chars = line.chars().count();
        self.known += 1;
        self.chars += chars;
        self.longest = self.longest.max(chars);
        if self.texts.len() <= MAX_OPTIONS && chars <= SHORT_AT_MOST {
            *self.texts.entry(squeeze(line)).or_default() += 1;
        }
        if self.looked_at < MAX_LOOKED_AT {
            self.looked_at += 1;
            if chars <= SHORT_AT_MOST {
                self.look_at(line);
            }
        }
    }

    fn look_at(&mut self, line: &str) {
        let chars = line.chars().count();
        if looks_like_date(line) {
            self.add_date(line);
        }
        self.day_numbers += usize::from(
            line.parse()
                .is_ok_and(|days: u32| DAY_NUMBERS.contains(&days)),
        );
        let digits = line.bytes().filter(u8::is_ascii_digit).count();
        let is_digits = digits > 0 && line.chars().all(|c| c.is_ascii_digit() || c == ' ');
        self.numbers += usize::from(matches!(
            parse_number(line, None),
            Ok(_) | Err(NumberError::Ambiguous)
        ));
        self.leading_zeros += usize::from(is_digits && digits > 1 && line.starts_with('0'));
        self.ticks += usize::from(parse_checkbox(line).is_some());
        self.digits_only += usize::from(is_digits);
        self.sexes +=
            usize::from(!is_digits && matches!(parse_sex(line), Some(Sex::Female | Sex::Male)));
        self.words += usize::from(
            line.chars().filter(|c| c.is_alphabetic()).count() > 1 && !looks_like_date(line),
        );
        let name = name_part(line);
        self.names += usize::from(is_name_like(&name));
        match name_order(&name) {
            Some(NameOrder::FamilyFirst) => self.family_first += 1,
            Some(NameOrder::GivenFirst) => self.given_first += 1,
            None => {}
        }
        let compact: String = line.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
        self.nhs += usize::from(compact.len() == 10 && nhs_check_holds(&compact));
        self.ins += usize::from(compact.len() == 15 && ins_check_holds(&compact));
        self.long_numbers += usize::from(is_digits && (6..=15).contains(&digits));
        self.phones += usize::from(is_digits && digits == 10 && line.starts_with('0'));
        self.places += usize::from(
            chars <= 8
                && line.contains(|c: char| c.is_alphanumeric())
                && digits <= 4
                && !looks_like_date(line),
        );
    }

    fn add_date(&mut self, line: &str) {
        self.dates += 1;
        let any_day = DateRules::new(jiff::civil::Date::MAX, DatePurpose::Other);
        if let Ok(parsed) = parse_date(line, &any_day) {
            self.with_time += usize::from(parsed.time.is_some());
            let year = parsed.date.year();
            let (first, last) = self.years.unwrap_or((year, year));
            self.years = Some((first.min(year), last.max(year)));
        }
    }

    /// The order that the capitals show; English order where none are.
    pub(super) fn name_order(&self) -> NameOrder {
        if self.family_first > self.given_first {
            NameOrder::FamilyFirst
        } else {
            NameOrder::GivenFirst
        }
    }

    /// Years between the earliest and the latest date.
    pub(super) fn years_apart(&self) -> i16 {
        self.years
            .map_or(0, |(first, last)| last.saturating_sub(first))
    }

    /// Whether the dates are as far apart as birth dates are, and stays are not.
    pub(super) fn dates_are_births(&self) -> bool {
        self.years_apart() > 5 && self.with_time * 2 < self.dates
    }

    /// Whether a column can be names at all: nothing in it, or mostly words.
    pub(super) fn are_words(&self) -> bool {
        self.looked_at == 0 || self.words * 2 > self.looked_at || self.names * 2 > self.looked_at
    }

    /// Whether a column of which the header does not say it can be the sex.
    pub(super) fn is_sex(&self) -> bool {
        self.looked_at >= 2 && self.sexes == self.looked_at && self.texts.len() <= 4
    }

    /// Whether a column without a header can be the place: short, and mostly different.
    pub(super) fn are_places(&self) -> bool {
        self.looked_at > 0
            && self.places == self.looked_at
            && (self.texts.len() > MAX_OPTIONS || self.texts.len() * 2 > self.looked_at)
    }

    /// The kind of number that the column holds, if it holds numbers that identify.
    pub(super) fn identifier_kind(&self) -> Option<IdentifierKind> {
        let most = |count: usize| count > 0 && count * 10 >= self.looked_at * 9;
        if most(self.nhs) {
            Some(IdentifierKind::Nhs)
        } else if most(self.ins) {
            Some(IdentifierKind::Ins)
        } else {
            // A date as a day number has five digits; a telephone number has ten and starts with zero.
            (most(self.long_numbers)
                && self.phones * 2 < self.looked_at
                && self.dates * 2 < self.looked_at)
                .then_some(IdentifierKind::Mrn)
        }
    }

    /// The type of a value.
    pub(super) fn value_guess(&self) -> Guess {
        let most = |count: usize| count > 0 && count * 5 >= self.looked_at * 4;
        let is_long = self.multi_line * 10 > self.filled
            || self.longest > SHORT_AT_MOST
            || self.chars > SHORT_ON_AVERAGE * self.known;
        if self.known == 0 {
            Guess::Text
        } else if self.dates * 2 >= self.looked_at && most(self.dates + self.day_numbers) {
            if most(self.with_time) {
                Guess::DateTime
            } else {
                Guess::Date
            }
        } else if self.ticks == self.looked_at && self.digits_only == 0 {
            Guess::Checkbox
        } else if most(self.numbers)
            && self.leading_zeros == 0
            && self.long_numbers * 2 < self.looked_at
        {
            Guess::Number
        } else if is_long {
            Guess::LongText
        } else if self.are_options() {
            Guess::Choice {
                options: self.options(),
            }
        } else {
            Guess::Text
        }
    }

    fn are_options(&self) -> bool {
        self.known >= MIN_FILLED_FOR_CHOICE
            && self.texts.len() <= MAX_OPTIONS
            && self.texts.len() * 2 <= self.known
            && self.longest <= MAX_OPTION_CHARS
    }

    fn options(&self) -> Vec<String> {
        let mut options: Vec<(&String, &usize)> = self.texts.iter().collect();
        options.sort_by(|a, b| b.1.cmp(a.1).then_with(|| a.0.cmp(b.0)));
        options.into_iter().map(|(text, _)| text.clone()).collect()
    }
}
