//! Which names of Apple's Accessibility framework describe a chart for VoiceOver and its audio graph? Only those the views use,
//! with Apple's documented signatures (developer.apple.com/documentation/accessibility); all came with iOS 15. What is put in can be
//! read again, as it can be of Apple's classes.

import Foundation

/// An axis of a described chart. Apple's is an `NSCopying` besides.
public protocol AXDataAxisDescriptor: AnyObject {
    var title: String { get set }
}

/// An axis of numbers; what stands at a place is said by `valueDescriptionProvider`.
public class AXNumericDataAxisDescriptor: NSObject, AXDataAxisDescriptor {
    public var title: String
    public var range: ClosedRange<Double>
    public var gridlinePositions: [Double]
    public var valueDescriptionProvider: (Double) -> String

    public init(
        title: String, range: ClosedRange<Double>, gridlinePositions: [Double],
        valueDescriptionProvider: @escaping (Double) -> String
    ) {
        self.title = title
        self.range = range
        self.gridlinePositions = gridlinePositions
        self.valueDescriptionProvider = valueDescriptionProvider
    }
}

/// A number or a category at a place.
public class AXDataPointValue: NSObject {
    public var number: Double
    public var category: String

    init(number: Double, category: String) {
        self.number = number
        self.category = category
    }
}

/// A value at a place of the axes, with words of its own.
public class AXDataPoint: NSObject {
    public var xValue: AXDataPointValue
    public var yValue: AXDataPointValue?
    public var additionalValues: [AXDataPointValue]
    public var label: String?

    public init(x: Double, y: Double? = nil, additionalValues: [AXDataPointValue] = [], label: String? = nil) {
        xValue = AXDataPointValue(number: x, category: "")
        yValue = y.map { AXDataPointValue(number: $0, category: "") }
        self.additionalValues = additionalValues
        self.label = label
    }
}

/// Points under one name: played as single tones, or as one that glides when the series is continuous.
public class AXDataSeriesDescriptor: NSObject {
    public var name: String?
    public var isContinuous: Bool
    public var dataPoints: [AXDataPoint]

    public init(name: String, isContinuous: Bool, dataPoints: [AXDataPoint]) {
        self.name = name
        self.isContinuous = isContinuous
        self.dataPoints = dataPoints
    }
}

/// A chart for the ear.
public class AXChartDescriptor: NSObject {
    public var title: String?
    public var summary: String?
    public var xAxis: any AXDataAxisDescriptor
    public var yAxis: AXNumericDataAxisDescriptor?
    public var additionalAxes: [any AXDataAxisDescriptor]?
    public var series: [AXDataSeriesDescriptor]

    public init(
        title: String? = nil, summary: String? = nil, xAxis: any AXDataAxisDescriptor, yAxis: AXNumericDataAxisDescriptor? = nil,
        additionalAxes: [any AXDataAxisDescriptor] = [], series: [AXDataSeriesDescriptor]
    ) {
        self.title = title
        self.summary = summary
        self.xAxis = xAxis
        self.yAxis = yAxis
        self.additionalAxes = additionalAxes
        self.series = series
    }
}
