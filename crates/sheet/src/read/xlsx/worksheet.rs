//! One worksheet's rows and merged cells.

use quick_xml::events::{BytesStart, Event};

use super::package::{Package, Part, attribute};
use super::styles::Format;
use super::{Context, cell, position, strings};
use crate::limits::{MAX_COLUMNS, MAX_ROWS};
use crate::read::ReadError;
use crate::read::grid::{Budget, Grid};
use crate::sheet::{Issue, IssueKind};

/// Merged areas of one sheet. A ward's sheet merges a few a patient.
const MAX_MERGED_AREAS: usize = 4 * MAX_ROWS;

/// Cells that may be filled from merged areas, together: every cell that a sheet may have.
const MAX_MERGED_CELLS: usize = MAX_ROWS * MAX_COLUMNS;

struct Area {
    first: (usize, u32),
    last: (usize, u32),
}

/// Adds the sheet's filled rows to `grid`, in ascending order.
pub(super) fn read(
    package: &mut Package<'_>,
    path: &str,
    context: &Context,
    budget: &mut Budget,
    grid: &mut Grid,
) -> Result<(), ReadError> {
    let areas = package.with_part(path, |part| {
        let mut areas = Vec::new();
        let mut last_row = 0;
        loop {
            match part.next()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "row" => {
                        let row = Row::of(&element, last_row)?;
                        last_row = row.number;
                        read_row(part, &row, context, budget, grid)?;
                    }
                    "mergeCell" => areas.extend(merged_area(&element)?),
                    _ => {}
                },
                Event::Eof => return Ok(areas),
                _ => {}
            }
            if areas.len() > MAX_MERGED_AREAS {
                return Err(ReadError::UnpacksTooLarge);
            }
        }
    })?;
    grid.rows.sort_by_key(|row| row.number);
    fill_merged(&areas, budget, grid)
}

struct Row {
    number: u32,
    hidden: bool,
}

impl Row {
    /// A row without a number stands below the one before it.
    fn of(element: &BytesStart<'_>, last_row: u32) -> Result<Self, ReadError> {
        let number = attribute(element, "r")?
            .and_then(|number| number.parse().ok())
            .filter(|number| *number > 0);
        let hidden = attribute(element, "hidden")?
            .is_some_and(|hidden| matches!(hidden.as_str(), "1" | "true"));
        Ok(Self {
            number: number.unwrap_or(last_row.saturating_add(1)),
            hidden,
        })
    }
}

fn read_row(
    part: &mut Part<'_>,
    row: &Row,
    context: &Context,
    budget: &mut Budget,
    grid: &mut Grid,
) -> Result<(), ReadError> {
    let mut cells: Vec<String> = Vec::new();
    let mut next_column = 0;
    loop {
        match part.next()? {
            Event::Start(element) if element.local_name().as_ref() == "c" => {
                let column = attribute(&element, "r")?
                    .and_then(|r| position(&r))
                    .map_or(next_column, |(column, _)| column);
                let kind = attribute(&element, "t")?.unwrap_or_default();
                let style = attribute(&element, "s")?
                    .and_then(|style| style.parse::<usize>().ok())
                    .unwrap_or(0);
                next_column = column.saturating_add(1);
                let text = cell_text(part, &kind, style, context)?;
                if text.is_empty() {
                    continue;
                }
                budget.spend_text(&text)?;
                if column >= MAX_COLUMNS {
                    return Err(ReadError::TooManyColumns);
                }
                if cells.len() <= column {
                    cells.resize(column + 1, String::new());
                }
                cells[column] = text;
            }
            Event::End(element) if element.local_name().as_ref() == "row" => break,
            Event::Eof => return Err(ReadError::Damaged),
            _ => {}
        }
    }
    let rows_before = grid.rows.len();
    grid.push(row.number, cells, budget)?;
    if row.hidden && grid.rows.len() > rows_before {
        grid.issues.push(Issue {
            row: row.number,
            column: None,
            kind: IssueKind::HiddenRow,
        });
    }
    Ok(())
}

/// The text of a cell, whose opening element was read.
fn cell_text(
    part: &mut Part<'_>,
    kind: &str,
    style: usize,
    context: &Context,
) -> Result<String, ReadError> {
    let mut stored = String::new();
    let mut in_value = false;
    loop {
        match part.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "is" => stored = strings::rich_text(part, "is")?,
                "v" => in_value = true,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "v" => in_value = false,
                "c" => break,
                _ => {}
            },
            Event::Eof => return Err(ReadError::Damaged),
            event if in_value => strings::push_text(&mut stored, &event)?,
            _ => {}
        }
    }
    if stored.is_empty() {
        return Ok(stored);
    }
    Ok(match kind {
        "s" => stored
            .trim()
            .parse::<usize>()
            .ok()
            .and_then(|index| context.strings.get(index))
            .cloned()
            .unwrap_or_default(),
        "str" => strings::unescape(&stored),
        "inlineStr" | "e" => stored,
        "b" => if stored.trim() == "1" {
            "TRUE"
        } else {
            "FALSE"
        }
        .to_owned(),
        "d" => stored.trim_end_matches("T00:00:00").replace('T', " "),
        _ => cell::number_text(
            &stored,
            context.formats.get(style).unwrap_or(&Format::Plain),
            context.epoch_1904,
        ),
    })
}

fn merged_area(element: &BytesStart<'_>) -> Result<Option<Area>, ReadError> {
    let reference = attribute(element, "ref")?.unwrap_or_default();
    let Some((first, last)) = reference.split_once(':') else {
        return Ok(None);
    };
    Ok(position(first)
        .zip(position(last))
        .map(|(first, last)| Area { first, last }))
}

/// Repeats the text of an area that spans several rows in each of them, in its first column. An area across columns of one row is
/// one cell already.
fn fill_merged(areas: &[Area], budget: &mut Budget, grid: &mut Grid) -> Result<(), ReadError> {
    let mut cells_left = MAX_MERGED_CELLS;
    for area in areas {
        let (column, first_row) = area.first;
        if area.last.1 <= first_row {
            continue;
        }
        let start = grid.rows.partition_point(|row| row.number < first_row);
        let Some(text) = grid
            .rows
            .get(start)
            .filter(|row| row.number == first_row)
            .and_then(|row| row.cells.get(column))
            .cloned()
        else {
            continue;
        };
        for row in grid.rows[start + 1..]
            .iter_mut()
            .take_while(|row| row.number <= area.last.1)
        {
            cells_left = cells_left
                .checked_sub(1)
                .ok_or(ReadError::UnpacksTooLarge)?;
            budget.spend_text(&text)?;
            if row.cells.len() <= column {
                budget.spend_cells(column + 1 - row.cells.len())?;
                row.cells.resize(column + 1, String::new());
            }
            row.cells[column].clone_from(&text);
            row.joined.push(column);
        }
    }
    Ok(())
}
