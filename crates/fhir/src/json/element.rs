//! Lenient looks into a tree. A single thing where a list belongs, a list where a single thing belongs, a number written as a string:
//! whatever can be understood is, and whatever cannot is noted with its path.

use super::Node;
use crate::issues::Issues;
use crate::{limits, plain, written};
use domain::chart::{ChartTime, IssueKind};
use domain::clinical::date::PartialDate;
use domain::field::number::Decimal;
use std::borrow::Cow;
use std::fmt;

/// Where an element stands, in FHIR's own notation: `Observation.component.valueQuantity`.
#[derive(Clone, Copy)]
pub(crate) struct Path {
    names: [&'static str; 8],
    length: usize,
}

impl Path {
    fn of(name: &'static str) -> Self {
        let mut names = [""; 8];
        names[0] = name;
        Self { names, length: 1 }
    }

    /// Deeper than any element that is read the path ends early.
    pub(crate) fn then(mut self, name: &'static str) -> Self {
        if let Some(next) = self.names.get_mut(self.length) {
            *next = name;
            self.length += 1;
        }
        self
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, name) in self.names.iter().take(self.length).enumerate() {
            let dot = if index == 0 { "" } else { "." };
            write!(f, "{dot}{name}")?;
        }
        Ok(())
    }
}

/// An object of the tree, where it stands, and where to note what is wrong with it.
#[derive(Clone, Copy)]
pub(crate) struct Object<'n> {
    members: &'n [(Cow<'n, str>, Node<'n>)],
    path: Path,
    issues: &'n Issues,
}

impl<'n> Object<'n> {
    /// The object that a node is, under the name that its issues are to bear.
    pub(crate) fn of(node: &'n Node<'n>, name: &'static str, issues: &'n Issues) -> Option<Self> {
        match node {
            Node::Object(members) => Some(Self {
                members,
                path: Path::of(name),
                issues,
            }),
            _ => None,
        }
    }

    /// A member's node; `null` is none.
    pub(crate) fn node(&self, name: &str) -> Option<&'n Node<'n>> {
        let mut members = self.members.iter().rev();
        let (_, node) = members.find(|(known, _)| known == name)?;
        match node {
            Node::Null => None,
            node => Some(node),
        }
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.node(name).is_some()
    }

    /// The names of the members that are there.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'n str> {
        let there = self
            .members
            .iter()
            .filter(|(_, node)| !matches!(node, Node::Null));
        there.map(|(name, _)| name.as_ref())
    }

    /// A member's text as it stands, for comparing; never shown.
    pub(crate) fn raw(&self, name: &str) -> Option<&'n str> {
        match self.node(name)? {
            Node::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            Node::Number(written) => Some(written),
            _ => None,
        }
    }

    /// The object that a node of the member `name` is.
    pub(crate) fn child(&self, node: &'n Node<'n>, name: &'static str) -> Option<Object<'n>> {
        match node {
            Node::Object(members) => Some(Self {
                members,
                path: self.path.then(name),
                issues: self.issues,
            }),
            _ => None,
        }
    }

    /// A member's nodes: those of a list, or the single one.
    pub(crate) fn nodes(&self, name: &str) -> impl Iterator<Item = &'n Node<'n>> {
        items(self.node(name))
    }

    /// A member that is an object, or the first of a list of them.
    pub(crate) fn object(&self, name: &'static str) -> Option<Object<'n>> {
        let all = self.objects(name);
        if all.len() > 1 {
            self.note(IssueKind::UnreadableElement, name);
        }
        all.into_iter().next()
    }

    /// A member that is a list of objects, or a single one. What is no object is noted.
    pub(crate) fn objects(&self, name: &'static str) -> Vec<Object<'n>> {
        let all = self.nodes(name).map(|node| self.child(node, name));
        all.filter_map(|child| self.or_note(child, name)).collect()
    }

    /// As [`Self::objects`], at most [`limits::FEW`].
    pub(crate) fn few(&self, name: &'static str) -> Vec<Object<'n>> {
        let mut found = self.objects(name);
        if found.len() > limits::FEW {
            self.note(IssueKind::Truncated, name);
            found.truncate(limits::FEW);
        }
        found
    }

    /// A text in one line, bounded. A blank one is none.
    pub(crate) fn line(&self, name: &'static str) -> Option<String> {
        self.plain_line(self.single(name)?, name)
    }

    /// A text that may have several lines, bounded.
    pub(crate) fn note_text(&self, name: &'static str) -> Option<String> {
        self.plain_lines(self.single(name)?, name)
    }

    /// A text that may have several lines out of a node that stands at `name`.
    pub(crate) fn plain_lines(&self, node: &'n Node<'n>, name: &'static str) -> Option<String> {
        let text = self.scalar(node, name)?;
        self.kept(plain::lines(text, limits::NOTE_CHARS), name)
    }

    /// Texts of a list, or a single one.
    pub(crate) fn texts(&self, name: &'static str) -> Vec<String> {
        let mut found = Vec::new();
        for node in self.nodes(name) {
            if found.len() == limits::FEW {
                self.note(IssueKind::Truncated, name);
                break;
            }
            found.extend(self.plain_line(node, name));
        }
        found
    }

    /// A code, a status, an id. One that is too long is none: cut, it would be another.
    pub(crate) fn code(&self, name: &'static str) -> Option<String> {
        let text = self.scalar(self.single(name)?, name)?;
        self.whole(plain::line(text, limits::CODE_CHARS), name)
    }

    /// The name of a system. One that is too long is none: cut, it would be another.
    pub(crate) fn system(&self) -> Option<String> {
        let text = self.scalar(self.single("system")?, "system")?;
        self.whole(plain::line(text, limits::LINE_CHARS), "system")
    }

    /// A web address, whole or not at all.
    pub(crate) fn url(&self, name: &'static str) -> Option<String> {
        let text = self.scalar(self.single(name)?, name)?;
        self.whole(plain::line(text, limits::URL_CHARS), name)
    }

    pub(crate) fn flag(&self, name: &'static str) -> Option<bool> {
        let flag = match self.single(name)? {
            Node::Bool(is) => Some(*is),
            Node::Text(text) => text.trim().parse().ok(),
            _ => None,
        };
        self.or_note(flag, name)
    }

    /// A number, with the precision that was written.
    pub(crate) fn decimal(&self, name: &'static str) -> Option<Decimal> {
        let decimal = match self.single(name)? {
            Node::Number(text) => written::decimal(text),
            Node::Text(text) => written::decimal(text.trim()),
            _ => None,
        };
        self.or_note(decimal, name)
    }

    pub(crate) fn count(&self, name: &'static str) -> Option<u64> {
        let text = self.scalar(self.single(name)?, name)?;
        self.or_note(text.trim().parse().ok(), name)
    }

    pub(crate) fn time(&self, name: &'static str) -> Option<ChartTime> {
        let text = self.scalar(self.single(name)?, name)?;
        if text.trim().is_empty() {
            return None;
        }
        self.or_note(written::time(text), name)
    }

    pub(crate) fn date(&self, name: &'static str) -> Option<PartialDate> {
        let text = self.scalar(self.single(name)?, name)?;
        if text.trim().is_empty() {
            return None;
        }
        self.or_note(written::date(text), name)
    }

    /// Notes that a member was left out.
    pub(crate) fn note(&self, kind: IssueKind, name: &'static str) {
        self.issues.note(kind, &self.path.then(name));
    }

    /// A member that belongs alone: the first of a list, with a note where there are more.
    pub(crate) fn single(&self, name: &'static str) -> Option<&'n Node<'n>> {
        let mut all = self.nodes(name);
        let first = all.next()?;
        if all.next().is_some() {
            self.note(IssueKind::UnreadableElement, name);
        }
        Some(first)
    }

    /// A text in one line out of a node that stands at `name`.
    pub(crate) fn plain_line(&self, node: &'n Node<'n>, name: &'static str) -> Option<String> {
        let text = self.scalar(node, name)?;
        self.kept(plain::line(text, limits::LINE_CHARS), name)
    }

    fn scalar(&self, node: &'n Node<'n>, name: &'static str) -> Option<&'n str> {
        let text = match node {
            Node::Text(text) => Some(text.as_ref()),
            Node::Number(written) => Some(*written),
            Node::Bool(true) => Some("true"),
            Node::Bool(false) => Some("false"),
            _ => None,
        };
        self.or_note(text, name)
    }

    fn kept(&self, plain: plain::Plain, name: &'static str) -> Option<String> {
        if plain.is_cut {
            self.note(IssueKind::Truncated, name);
        }
        Some(plain.text).filter(|text| !text.is_empty())
    }

    fn whole(&self, plain: plain::Plain, name: &'static str) -> Option<String> {
        if plain.is_cut {
            self.note(IssueKind::UnreadableElement, name);
            return None;
        }
        Some(plain.text).filter(|text| !text.is_empty())
    }

    fn or_note<T>(&self, read: Option<T>, name: &'static str) -> Option<T> {
        if read.is_none() {
            self.note(IssueKind::UnreadableElement, name);
        }
        read
    }
}

/// What stands in a member: each of a list, or the single thing; `null` is nothing.
fn items<'n>(node: Option<&'n Node<'n>>) -> impl Iterator<Item = &'n Node<'n>> {
    let all = match node {
        None => &[],
        Some(Node::List(items)) => items.as_slice(),
        Some(single) => std::slice::from_ref(single),
    };
    all.iter().filter(|node| !matches!(node, Node::Null))
}
