//! How fast bundles become charts.
fn main() {}
