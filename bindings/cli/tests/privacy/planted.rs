//! Words that stand nowhere else, one for each text a person can write, and files that hold them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

/// Sixteen letters that depend on the field alone, with an accent, as people write.
pub(crate) fn word(field: &str) -> String {
    let letters = Sha256::digest(field.as_bytes());
    let letters = letters.iter().take(14).map(|byte| char::from(b'a' + byte % 26));
    letters.chain(['é', 'z']).collect()
}

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/inputs/valid/csv-folder");

/// What was planted so far.
#[derive(Default)]
pub(crate) struct Planted {
    words: Vec<String>,
    notes: BTreeSet<String>,
}

impl Planted {
    pub(crate) fn words(&self) -> &[String] {
        &self.words
    }

    /// Those that stand in notes and reasons, which a report leaves out.
    pub(crate) fn notes(&self) -> Vec<String> {
        self.notes.iter().cloned().collect()
    }

    fn plant(&mut self, field: &str) -> String {
        let word = word(field);
        if !self.words.contains(&word) {
            self.words.push(word.clone());
        }
        if field.contains("note") || field.contains("reason") {
            self.notes.insert(word.clone());
        }
        word
    }

    /// A line of a script as arguments, `{field}` replaced.
    pub(crate) fn fill(&mut self, line: &str) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        let mut rest = line;
        while let Some((head, (field, tail))) =
            rest.split_once('{').and_then(|(head, rest)| Some((head, rest.split_once('}')?)))
        {
            words.extend(head.split_whitespace().map(str::to_owned));
            let word = self.plant(field);
            // A word right behind a name belongs to it: `text={a goal}`.
            match words.last_mut().filter(|_| head.ends_with('=')) {
                Some(name) => name.push_str(&word),
                None => words.push(word),
            }
            rest = tail;
        }
        words.extend(rest.split_whitespace().map(str::to_owned));
        words
    }

    /// A column map whose measure has planted words.
    pub(crate) fn map(&mut self) -> String {
        format!(
            "format = \"columns\"\ndelimiter = \",\"\nnote = \"Words\"\n\
             date = {{ column = \"Day\", format = \"%Y-%m-%d\" }}\n[[measure]]\ncolumn = \"calm\"\nid = \"calm\"\n\
             label = \"{}\"\nmin = 0\nmax = 4\ndirection = \"higher_better\"\nanchor_low = \"{}\"\nanchor_high = \"{}\"\n",
            self.plant("a label"),
            self.plant("a lowest value"),
            self.plant("a highest value"),
        )
    }

    /// A file for that map, long enough for a full diary to be larger than an empty one.
    pub(crate) fn days(&mut self) -> String {
        let note = format!("{} ", self.plant("an imported note")).repeat(80);
        let mut file = "Day,calm,Words\n".to_owned();
        for (month, day) in (1..=10).flat_map(|month| (1..=12).map(move |day| (month, day))) {
            file.extend([format!("2026-{month:02}-{day:02},{},{note}\n", day % 5)]);
        }
        file
    }

    /// The CSV folder of the project's inputs with every free text replaced; its own description says which are free.
    pub(crate) fn folder(&mut self, to: &Path) {
        fs::create_dir(to).unwrap();
        let package = fs::read(format!("{FOLDER}/datapackage.json")).unwrap();
        fs::write(to.join("datapackage.json"), &package).unwrap();
        let package: serde_json::Value = serde_json::from_slice(&package).unwrap();
        for table in package["resources"].as_array().unwrap() {
            let file = table["path"].as_str().unwrap();
            let fields: Vec<_> = table["schema"]["fields"].as_array().unwrap().iter().collect();
            let free: BTreeMap<&str, bool> = fields
                .iter()
                .map(|field| (field["name"].as_str().unwrap(), field["constraints"]["maxLength"].is_number()))
                .collect();
            let text = fs::read_to_string(format!("{FOLDER}/{file}")).unwrap();
            let text = text.trim_start_matches('\u{feff}');
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let header = reader.headers().unwrap().clone();
            let mut out = csv::Writer::from_path(to.join(file)).unwrap();
            out.write_record(&header).unwrap();
            for row in reader.records() {
                let row = row.unwrap();
                let cells = header.iter().zip(&row).map(|(column, cell)| {
                    // The built-in measures keep their names; an entry's note stands in two tables.
                    let own =
                        file != "measures.csv" || !row[0].chars().all(|c| c.is_ascii_lowercase() || c == '_');
                    // A number is no word; and nothing is marked open here, where the open file is watched too.
                    let number = file == "crisis_contacts.csv" && matches!(column, "number" | "text");
                    if file == "crisis_contacts.csv" && column == "open" {
                        "false".to_owned()
                    } else if free[column] && !cell.is_empty() && own && !number {
                        self.plant(&format!("{column}: {cell}"))
                    } else {
                        cell.to_owned()
                    }
                });
                let cells: Vec<String> = cells.collect();
                out.write_record(&cells).unwrap();
            }
            out.flush().unwrap();
        }
    }
}
