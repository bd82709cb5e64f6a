//! Does a folder look as if a service copies it to other machines? Told by names and marker files, so it may miss one
//! and may be wrong: good for a warning, never for a refusal.

use std::path::Path;

/// Parts of a path that such services make, in small letters, with the service's name.
const NAMES: [(&str, &str); 14] = [
    ("dropbox", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("mobile documents", "iCloud Drive"),
    ("icloud drive", "iCloud Drive"),
    ("iclouddrive", "iCloud Drive"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("google-drive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("cloudstorage", "a cloud service"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("syncthing", "Syncthing"),
    ("pcloud", "pCloud"),
];

/// Files and folders by which such services know their own.
const MARKERS: [(&str, &str); 8] = [
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".stfolder", "Syncthing"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".tmp.drivedownload", "Google Drive"),
    (".icloud", "iCloud Drive"),
    (".849c9593-d756-4e56-8d6e-42412f2a707b", "OneDrive"),
];

/// The service that seems to copy `path` to other machines; none when nothing tells of one.
#[must_use]
pub fn synced_by(path: &Path) -> Option<&'static str> {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    // Where a link leads counts, not where it lies; a diary to be made has only the folder it goes into.
    let real = whole.ancestors().find_map(|part| part.canonicalize().ok()).unwrap_or_default();
    [whole.as_path(), real.as_path()].into_iter().find_map(|path| by_name(path).or_else(|| by_marker(path)))
}

fn by_name(path: &Path) -> Option<&'static str> {
    path.components().find_map(|part| {
        let part = part.as_os_str().to_string_lossy().to_lowercase();
        // "Dropbox (Work)", "OneDrive - Family", "GoogleDrive-me@…"; not "dropbox-notes".
        let begins = |name: &str| {
            part.strip_prefix(name).is_some_and(|rest| {
                rest.is_empty() || rest.starts_with(" (") || rest.starts_with(" - ") || rest.contains('@')
            })
        };
        NAMES.into_iter().find(|(name, _)| begins(name)).map(|(_, service)| service)
    })
}

fn by_marker(path: &Path) -> Option<&'static str> {
    path.ancestors().find_map(|folder| {
        MARKERS.into_iter().find(|(marker, _)| folder.join(marker).exists()).map(|(_, service)| service)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_places_are_known_and_others_are_not() {
        for (path, service) in [
            ("/home/a/Dropbox/my.diary", Some("Dropbox")),
            ("/home/a/Dropbox (Work)/my.diary", Some("Dropbox")),
            ("/Users/a/Library/Mobile Documents/com~apple~CloudDocs/my.diary", Some("iCloud Drive")),
            ("/Users/a/Library/CloudStorage/GoogleDrive-a@b.c/my.diary", Some("a cloud service")),
            ("/home/a/OneDrive - Family/my.diary", Some("OneDrive")),
            ("/home/a/Nextcloud/my.diary", Some("Nextcloud")),
            ("/home/a/diaries/my.diary", None),
            ("/home/a/dropbox-notes/my.diary", None),
        ] {
            assert_eq!(by_name(Path::new(path)), service, "{path}");
        }
    }

    #[test]
    fn a_marker_file_above_the_diary_tells() {
        let room = tempfile::tempdir().unwrap();
        let inside = room.path().join("papers/my.diary");
        std::fs::create_dir_all(&inside).unwrap();
        assert_eq!(synced_by(&inside), None);
        std::fs::create_dir(room.path().join(".stfolder")).unwrap();
        assert_eq!(synced_by(&inside), Some("Syncthing"));
    }
}
