//! Names of LocalAuthentication that the app uses.

import Foundation

/// What may be asked of the person. iOS 8.0
public enum LAPolicy: Int, Sendable {
    // iOS 8.0
    case deviceOwnerAuthenticationWithBiometrics = 1
    // iOS 9.0
    case deviceOwnerAuthentication = 2
}

// iOS 8.0
public struct LAError: Error {
    public enum Code: Int, Sendable {
        case authenticationFailed = -1
        case userCancel = -2
        case passcodeNotSet = -5
    }
}

/// Asks the person. iOS 8.0
open class LAContext: NSObject {
    // iOS 11.0
    open var localizedReason = ""

    // iOS 8.0
    open func canEvaluatePolicy(_ policy: LAPolicy, error: UnsafeMutablePointer<NSError?>?) -> Bool { false }
}
