//! Answers of servers, from bytes to charts.
