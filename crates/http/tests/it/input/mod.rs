//! Input that nobody means well: each is refused with what is wrong and what would be right, or taken literally. Never a 500.

mod json_suite;
mod limits;
mod mutations;
mod naughty;
mod requests;
