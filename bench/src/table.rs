//! The figures of all rounds as a Markdown table, with what each should be.

use crate::figures::median;
use std::fmt;

/// What the issues ask of a figure.
#[derive(Clone, Copy)]
pub(crate) enum Wanted {
    AtMost(f64),
    AtLeast(f64),
    /// Only for comparison.
    Nothing,
}

struct Row {
    name: String,
    unit: &'static str,
    wanted: Wanted,
    rounds: Vec<f64>,
}

/// Rows in the order in which they were first added.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<Row>,
}

impl Table {
    /// Adds one round's figure.
    pub(crate) fn add(&mut self, name: &str, unit: &'static str, wanted: Wanted, figure: f64) {
        match self.rows.iter_mut().find(|row| row.name == name) {
            Some(row) => row.rounds.push(figure),
            None => self.rows.push(Row {
                name: name.to_owned(),
                unit,
                wanted,
                rounds: vec![figure],
            }),
        }
    }
}

impl Wanted {
    fn is_met_by(self, figure: f64) -> bool {
        match self {
            Self::AtMost(bound) => figure <= bound,
            Self::AtLeast(bound) => figure >= bound,
            Self::Nothing => true,
        }
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtMost(bound) => write!(f, "≤ {bound}"),
            Self::AtLeast(bound) => write!(f, "≥ {bound}"),
            Self::Nothing => Ok(()),
        }
    }
}

/// Three digits that count, and never fewer than the whole number has.
fn rounded(figure: f64) -> String {
    let decimals = match figure.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        _ => 2,
    };
    format!("{figure:.decimals$}")
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| figure | unit | wanted | median | rounds | met |")?;
        writeln!(f, "|---|---|---|---:|---|---|")?;
        for row in &self.rows {
            let middle = median(&row.rounds);
            let rounds: Vec<String> = row.rounds.iter().copied().map(rounded).collect();
            let met = match row.wanted {
                Wanted::Nothing => "",
                wanted if wanted.is_met_by(middle) => "yes",
                _ => "**no**",
            };
            writeln!(
                f,
                "| {} | {} | {} | {} | {} | {met} |",
                row.name,
                row.unit,
                row.wanted,
                rounded(middle),
                rounds.join(", ")
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_shows_the_median_of_its_rounds_against_what_is_wanted() {
        let mut table = Table::default();
        for figure in [3.5, 2.0, 30.123] {
            table.add("edits", "ms", Wanted::AtMost(3.0), figure);
        }
        table.add("rate", "1/s", Wanted::AtLeast(2.0), 1234.5);
        table.add("peer", "1/s", Wanted::Nothing, 900.0);
        assert_eq!(
            table.to_string().lines().skip(2).collect::<Vec<_>>(),
            [
                "| edits | ms | ≤ 3 | 3.50 | 3.50, 2.00, 30.1 | **no** |",
                "| rate | 1/s | ≥ 2 | 1234 | 1234 | yes |",
                "| peer | 1/s |  | 900 | 900 |  |",
            ]
        );
    }
}
