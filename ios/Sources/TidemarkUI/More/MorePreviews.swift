//! More; it has one state.

#if DEBUG
    import SwiftUI

    struct MorePreviews: PreviewProvider {
        static var previews: some View { Looks { name in Pictured(name, title: { $0.strings.appMore() }) { MoreView(.nowhere) } } }
    }
#endif
