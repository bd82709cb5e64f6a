//! Whether there is nothing at a path. "It cannot be looked at" is no such answer: a diary may be behind it.

import Foundation

/// Whether the system says that nothing is at `path`; without `followingLinks` a link that leads nowhere is something.
func isNowhere(_ path: String, followingLinks: Bool = true) -> Bool {
    var found = stat()
    let answer = followingLinks ? stat(path, &found) : lstat(path, &found)
    return answer != 0 && errno == ENOENT
}
