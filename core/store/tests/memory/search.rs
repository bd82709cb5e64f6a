//! Searches all readable memory of this process for any eight neighbouring bytes of a secret.
//!
//! A freed block loses its first bytes to the allocator, so a search for a whole key would miss one that was not wiped.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::os::unix::fs::FileExt;

use crate::secret::Kind;

/// Eight bytes are kept under this mask, so that the list of what is looked for is not found itself.
const MASK: [u8; 8] = [0xA5, 0x3C, 0x96, 0x5A, 0xC3, 0x69, 0x0F, 0xF1];

/// The eight bytes of a secret from a place, masked byte by byte.
fn masked(kind: Kind, from: usize) -> u64 {
    (0..8).fold(0, |word, at| word | u64::from(kind.byte(from + at) ^ MASK[at]) << (8 * at))
}

/// Where parts of the secrets are: kind, place within the secret, mapping. Empty when they are nowhere.
#[inline(never)]
pub(crate) fn search() -> Vec<String> {
    let mut wanted = BTreeMap::new();
    // One bit a low half of a word tells most places at once that nothing begins there.
    let mut likely = vec![false; 1 << 16];
    for kind in Kind::ALL {
        for from in 0..=kind.len() - 8 {
            let word = masked(kind, from);
            wanted.insert(word, (kind, from));
            likely[usize::from((word & 0xFFFF) as u16)] = true;
        }
    }
    let mask = u64::from_le_bytes(MASK);
    let maps = fs::read_to_string("/proc/self/maps").unwrap();
    let memory = File::open("/proc/self/mem").unwrap();
    let mut page = vec![0_u8; (1 << 16) + 7];
    let mut found = Vec::new();
    let mut last = None;
    for map in maps.lines() {
        let mut fields = map.split_whitespace();
        let (range, rights) = (fields.next().unwrap(), fields.next().unwrap());
        let name = fields.nth(3).unwrap_or("anonymous");
        if !rights.starts_with('r') || name.starts_with("[v") {
            continue;
        }
        let (start, end) = range.split_once('-').unwrap();
        let [start, end] = [start, end].map(|hex| u64::from_str_radix(hex, 16).unwrap());
        let mut at = start;
        while at < end {
            let most = page.len().min(usize::try_from(end - at).unwrap());
            // A mapping may end before its file does, or go away meanwhile.
            let Ok(read) = memory.read_at(&mut page[..most], at) else { break };
            for place in 0..read.saturating_sub(7) {
                let low = u16::from_le_bytes([page[place] ^ MASK[0], page[place + 1] ^ MASK[1]]);
                if !likely[usize::from(low)] {
                    continue;
                }
                let word = u64::from_le_bytes(page[place..place + 8].try_into().unwrap()) ^ mask;
                if let Some((kind, from)) = wanted.get(&word) {
                    let address = at + place as u64;
                    // Neighbours are one find.
                    if last != Some((*kind, *from, address)) {
                        found.push(format!("{kind:?} from {from} at {address:x} in {name}"));
                    }
                    last = Some((*kind, from + 1, address + 1));
                }
            }
            if read < 8 {
                break;
            }
            at += read as u64 - 7;
            if read < page.len() {
                break;
            }
        }
    }
    // What was read goes too, or the next search would find it there.
    page.fill(0);
    found
}
