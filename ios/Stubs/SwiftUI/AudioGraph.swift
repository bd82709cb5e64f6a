//! A chart for the ear: what SwiftUI takes of the Accessibility framework.

import Accessibility

// iOS 15.0
public protocol AXChartDescriptorRepresentable {
    func makeChartDescriptor() -> AXChartDescriptor
    func updateChartDescriptor(_ descriptor: AXChartDescriptor)
}

extension AXChartDescriptorRepresentable {
    public func updateChartDescriptor(_ descriptor: AXChartDescriptor) {}
}

extension View {
    // iOS 15.0
    public func accessibilityChartDescriptor<R: AXChartDescriptorRepresentable>(_ representable: R) -> some View {
        marked("accessibilityChartDescriptor") { $0.carried["accessibilityChartDescriptor"] = representable }
    }
}

extension Node {
    /// The audio graph of a chart, made as the phone makes it when somebody listens; none on other views. Ours, not Apple's.
    public var audioGraph: (any AXChartDescriptorRepresentable)? {
        carried["accessibilityChartDescriptor"] as? any AXChartDescriptorRepresentable
    }
}
