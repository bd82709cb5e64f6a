//! Searches all writable memory of this process for any eight neighbouring bytes of a secret, and for any of age's.
//!
//! A freed block loses its first bytes to the allocator, so a search for a whole key would miss one that was not wiped.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::os::unix::fs::FileExt;

use crate::secret::Kind;

/// Eight bytes are kept under this mask, so that the list of what is looked for is not found itself.
const MASK: [u8; 8] = [0xA5, 0x3C, 0x96, 0x5A, 0xC3, 0x69, 0x0F, 0xF1];
/// Bytes read at once.
const PIECE: usize = 1 << 16;
/// Bytes of a piece that are looked at again with the next.
const OVERLAP: usize = 63;

/// Where parts of the secrets are: what, where, in which mapping. Empty when they are nowhere.
#[inline(never)]
pub(crate) fn search() -> Vec<String> {
    let wanted = Wanted::new();
    let maps = fs::read_to_string("/proc/self/maps").unwrap();
    let memory = File::open("/proc/self/mem").unwrap();
    let (mut piece, empty) = (vec![0_u8; PIECE + OVERLAP], vec![0_u8; PIECE + OVERLAP]);
    let mut found = Vec::new();
    for map in maps.lines() {
        let mut fields = map.split_whitespace();
        let (range, rights) = (fields.next().unwrap(), fields.next().unwrap());
        let name = fields.nth(3).unwrap_or("anonymous");
        if !rights.starts_with("rw") {
            continue;
        }
        let (start, end) = range.split_once('-').unwrap();
        let [mut at, end] = [start, end].map(|hex| u64::from_str_radix(hex, 16).unwrap());
        while at < end {
            let most = piece.len().min(usize::try_from(end - at).unwrap());
            // A mapping may have gone away meanwhile.
            let Ok(read) = memory.read_at(&mut piece[..most], at) else { break };
            // Most memory is empty.
            if piece[..read] != empty[..read] {
                wanted.look(&piece[..read], |place, what| {
                    found.push(format!("{what} at {:x} in {name}", at + place as u64));
                });
            }
            at += PIECE as u64;
        }
    }
    // What was read goes too, or the next search would find it there.
    piece.fill(0);
    found
}

struct Wanted {
    parts: BTreeMap<u64, (Kind, usize)>,
    /// Whether a part begins with these two bytes, masked; says no for most places at once.
    likely: Vec<bool>,
}

impl Wanted {
    fn new() -> Self {
        let mut wanted = Self { parts: BTreeMap::new(), likely: vec![false; 1 << 16] };
        for kind in Kind::ALL {
            for from in 0..=kind.len() - 8 {
                let part = masked(kind, from);
                wanted.parts.insert(part, (kind, from));
                wanted.likely[usize::try_from(part & 0xFFFF).unwrap()] = true;
            }
        }
        wanted
    }

    fn look(&self, bytes: &[u8], mut tell: impl FnMut(usize, String)) {
        // Neighbours are one find: kind, place within the secret, place in memory, length.
        let mut run: Option<(Kind, usize, usize, usize)> = None;
        let tell_run = |run: Option<(Kind, usize, usize, usize)>, tell: &mut dyn FnMut(usize, String)| {
            if let Some((kind, from, place, len)) = run {
                tell(place, format!("{kind:?} {from}..{}", from + len));
            }
        };
        for (place, eight) in bytes.windows(8).enumerate() {
            if eight[0] == b'A' && is_identity(&bytes[place..]) {
                tell(place, "Identity".to_owned());
            }
            let start = u16::from_le_bytes([eight[0] ^ MASK[0], eight[1] ^ MASK[1]]);
            if !self.likely[usize::from(start)] {
                continue;
            }
            let part = u64::from_le_bytes(eight.try_into().unwrap()) ^ u64::from_le_bytes(MASK);
            let Some((kind, from)) = self.parts.get(&part) else { continue };
            match &mut run {
                Some((of, first, at, len))
                    if of == kind && *first + *len == from + 7 && *at + *len == place + 7 =>
                {
                    *len += 1;
                }
                _ => tell_run(run.replace((*kind, *from, place, 8)), &mut tell),
            }
        }
        tell_run(run, &mut tell);
    }
}

/// The eight bytes of a secret from a place, masked byte by byte.
fn masked(kind: Kind, from: usize) -> u64 {
    (0..8).fold(0, |word, at| word | u64::from(kind.byte(from + at) ^ MASK[at]) << (8 * at))
}

/// Whether a secret of age's begins here; its first 16 letters are the same in each.
fn is_identity(bytes: &[u8]) -> bool {
    bytes.strip_prefix(b"AGE-SECRET-KEY-1").and_then(|rest| rest.get(..30)).is_some_and(|letters| {
        letters.iter().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit())
    })
}
