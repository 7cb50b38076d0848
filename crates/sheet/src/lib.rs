#![doc = include_str!("../README.md")]

mod assemble;
mod guess;
mod layout;
pub mod limits;
mod read;
mod sheet;
mod text;
mod value;
mod write;

pub use assemble::{
    Assembled, CellValue, ColumnUse, Mapping, SheetIdentifier, SheetPatient, SkipReason, Skipped,
    assemble,
};
pub use guess::Guess;
pub use read::{Delimiter, Encoding, HeaderAt, ReadError, ReadHints, read};
pub use sheet::{
    Effect, Issue, IssueKind, RowKind, Sheet, SheetColumn, SheetRow, Source, Workbook,
};
pub use value::checkbox::parse_checkbox;
pub use value::date::{
    DateError, DateOrder, DatePurpose, DateRules, OrderFinding, ParsedDate, PartialDate,
    find_date_order, looks_like_date, parse_date,
};
pub use value::identifier::{IdentifierError, IdentifierKind, ParsedIdentifier, parse_identifier};
pub use value::name::{NameOrder, ParsedName, parse_name};
pub use value::number::{DecimalMark, NumberError, ParsedNumber, find_decimal_mark, parse_number};
pub use value::sex::{Sex, parse_sex};
pub use write::{CsvStyle, Table, TableCell, WriteError, write_csv, write_xlsx};
