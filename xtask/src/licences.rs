//! Licences of dependencies: each expression that a crate gives must be met by those that deny.toml allows.

use crate::{repository::Repository, shell};
use anyhow::{Context, Result};
use serde::Deserialize;

#[derive(Deserialize)]
struct Deny {
    licenses: Licences,
}

#[derive(Deserialize)]
struct Licences {
    allow: Vec<String>,
}

/// The part of `cargo metadata` with all dependencies that is read here.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
}

/// Every dependency whose licence is not allowed, one sentence each.
pub(crate) fn violations(repository: &Repository) -> Result<Vec<String>> {
    let file = repository.root().join("deny.toml");
    let text = std::fs::read_to_string(file).context("deny.toml cannot be read")?;
    let deny: Deny = toml::from_str(&text).context("deny.toml")?;
    let arguments = ["metadata", "--format-version", "1", "--locked"];
    let metadata = shell::read(repository.cargo().args(arguments))?;
    let metadata: Metadata = serde_json::from_str(&metadata)?;
    Ok(of_packages(&metadata.packages, &deny.licenses.allow))
}

fn of_packages(packages: &[Package], allowed: &[String]) -> Vec<String> {
    packages
        .iter()
        .filter(|package| {
            let licence = package.license.as_deref().unwrap_or_default();
            Expression::of(licence).met_by(allowed) != Some(true)
        })
        .map(|package| {
            format!(
                "{} {} is under `{}`, which deny.toml does not allow",
                package.name,
                package.version,
                package
                    .license
                    .as_deref()
                    .unwrap_or("no licence that it names")
            )
        })
        .collect()
}

/// An SPDX expression, read from its beginning.
struct Expression<'a> {
    words: Vec<&'a str>,
    next: usize,
}

impl<'a> Expression<'a> {
    fn of(text: &'a str) -> Self {
        // Older crates write `MIT/Apache-2.0` for OR.
        let spaced = text.split(|c: char| c.is_whitespace());
        let words = spaced.flat_map(|word| {
            let inner = word.trim_start_matches('(');
            let name = inner.trim_end_matches(')');
            let opened = word.len() - inner.len();
            let closed = inner.len() - name.len();
            let names = name.split('/').enumerate().flat_map(|(at, name)| {
                let or = (at > 0).then_some("OR");
                or.into_iter().chain((!name.is_empty()).then_some(name))
            });
            let names: Vec<&str> = names.collect();
            std::iter::repeat_n("(", opened)
                .chain(names)
                .chain(std::iter::repeat_n(")", closed))
        });
        Self {
            words: words.collect(),
            next: 0,
        }
    }

    /// Whether these licences meet it; nothing where it is no expression.
    fn met_by(mut self, allowed: &[String]) -> Option<bool> {
        let met = self.any(allowed)?;
        (self.next == self.words.len()).then_some(met)
    }

    fn any(&mut self, allowed: &[String]) -> Option<bool> {
        let mut met = self.all(allowed)?;
        while self.take("OR") {
            met |= self.all(allowed)?;
        }
        Some(met)
    }

    fn all(&mut self, allowed: &[String]) -> Option<bool> {
        let mut met = self.one(allowed)?;
        while self.take("AND") {
            met &= self.one(allowed)?;
        }
        Some(met)
    }

    fn one(&mut self, allowed: &[String]) -> Option<bool> {
        if self.take("(") {
            let met = self.any(allowed)?;
            return self.take(")").then_some(met);
        }
        let name = *self.words.get(self.next)?;
        self.next += 1;
        if !self.take("WITH") {
            return Some(allowed.iter().any(|one| one == name));
        }
        let exception = *self.words.get(self.next)?;
        self.next += 1;
        let both = format!("{name} WITH {exception}");
        Some(allowed.contains(&both))
    }

    fn take(&mut self, word: &str) -> bool {
        let is_next = self.words.get(self.next) == Some(&word);
        self.next += usize::from(is_next);
        is_next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn met(expression: &str) -> Option<bool> {
        let allowed = ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned);
        Expression::of(expression).met_by(&allowed)
    }

    #[test]
    fn an_expression_met_by_one_of_several_or_by_all_of_them() {
        for good in [
            "MIT",
            "MIT OR GPL-3.0",
            "GPL-3.0 OR MIT",
            "MIT/Apache-2.0",
            "MIT AND Apache-2.0",
            "(GPL-3.0 OR MIT) AND Apache-2.0",
            "Apache-2.0 WITH LLVM-exception OR GPL-3.0",
        ] {
            assert_eq!(met(good), Some(true), "{good}");
        }
        for bad in [
            "GPL-3.0",
            "MIT AND GPL-3.0",
            "MIT AND (GPL-3.0 OR LGPL-3.0)",
            "MIT WITH LLVM-exception",
        ] {
            assert_eq!(met(bad), Some(false), "{bad}");
        }
        for none in ["", "MIT OR", "(MIT", "MIT Apache-2.0"] {
            assert_eq!(met(none), None, "{none}");
        }
    }

    #[test]
    fn a_dependency_without_an_allowed_licence_is_named() {
        let package = |license: Option<&str>| Package {
            name: "x".to_owned(),
            version: "1.0.0".to_owned(),
            license: license.map(str::to_owned),
        };
        let allowed = ["MIT".to_owned()];
        assert!(of_packages(&[package(Some("MIT"))], &allowed).is_empty());
        assert_eq!(of_packages(&[package(Some("GPL-3.0"))], &allowed).len(), 1);
        assert_eq!(of_packages(&[package(None)], &allowed).len(), 1);
    }
}
