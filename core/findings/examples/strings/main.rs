//! Writes the texts of the apps' screens for the phones: `strings kotlin|android|swift|apple FILE [FOLDER]`. Reads `text/screens`, or
//! another folder, and, for names that stand alone, `text/en.toml`. Nothing it writes is committed.

mod android;
mod apple;
mod kotlin;
mod swift;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use tidemark_findings::{Message, messages};

/// Texts of the screens by id, and names of the core by id.
struct Texts {
    screens: BTreeMap<String, Message>,
    names: BTreeMap<String, String>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/text/screens").to_owned();
    let (form, file, folder) = match arguments.as_slice() {
        [form, file] => (form, file, &own),
        [form, file, folder] => (form, file, folder),
        _ => {
            eprintln!("usage: strings kotlin|android|swift|apple FILE [FOLDER]");
            return ExitCode::from(2);
        }
    };
    let write = match form.as_str() {
        "kotlin" => kotlin::source,
        "android" => android::resources,
        "swift" => swift::source,
        "apple" => apple::catalogue,
        other => {
            eprintln!("there is no form {other}: kotlin, android, swift or apple");
            return ExitCode::from(2);
        }
    };
    match texts(Path::new(folder)).and_then(|texts| put(Path::new(file), &write(&texts))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{file} was not written: {error}");
            ExitCode::FAILURE
        }
    }
}

fn texts(folder: &Path) -> io::Result<Texts> {
    let mut screens = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let screen = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let read: BTreeMap<String, Message> =
            toml::from_str(&fs::read_to_string(&path)?).map_err(io::Error::other)?;
        for (id, message) in read {
            if id.split_once('.').is_none_or(|(first, _)| first != screen) {
                return Err(io::Error::other(format!(
                    "{id} does not begin with the name of its file, {screen}"
                )));
            }
            screens.insert(id, message);
        }
    }
    let names = messages().filter_map(|(id, message)| Some((id.to_owned(), message.text.clone()?)));
    let names = names
        .filter(|(id, text)| !text.contains('{') && (id.starts_with("part.") || id.starts_with("label.")));
    Ok(Texts { screens, names: names.collect() })
}

fn put(file: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, text)
}

/// Arguments of a text in the order they appear, each once.
fn arguments(message: &Message) -> Vec<&str> {
    let mut found = Vec::new();
    for form in message.forms() {
        for name in form.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name) {
            if !found.contains(&name) {
                found.push(name);
            }
        }
    }
    found
}

/// An id or the name of an argument as a name in Kotlin and Swift.
fn camel(id: &str) -> String {
    let mut made = String::new();
    for (place, part) in id.split(['.', '_']).enumerate() {
        let mut letters = part.chars();
        match letters.next() {
            Some(first) if place > 0 => made.extend(first.to_uppercase()),
            Some(first) => made.push(first),
            None => {}
        }
        made.push_str(letters.as_str());
    }
    made
}
