//! Names of Security that the app uses. The keychain of Linux is none: every call says "not available".

import Foundation

// Not bridged on Linux; see the README.
public typealias CFString = String
public typealias CFDictionary = [String: Any]
public typealias CFTypeRef = AnyObject
public final class CFError {}
public final class CFAllocator {}

public typealias OSStatus = Int32

// Security/SecBase.h
public let errSecSuccess: OSStatus = 0
public let errSecUserCanceled: OSStatus = -128
public let errSecNotAvailable: OSStatus = -25291
public let errSecAuthFailed: OSStatus = -25293
public let errSecItemNotFound: OSStatus = -25300
public let errSecInteractionNotAllowed: OSStatus = -25308

// iOS 2.0
public let kSecClass: CFString = "class"
public let kSecClassGenericPassword: CFString = "genp"
public let kSecAttrService: CFString = "svce"
public let kSecAttrAccount: CFString = "acct"
public let kSecValueData: CFString = "v_Data"
public let kSecReturnData: CFString = "r_Data"
public let kSecReturnAttributes: CFString = "r_Attributes"
public let kSecMatchLimit: CFString = "m_Limit"
public let kSecMatchLimitOne: CFString = "m_LimitOne"
public let kSecMatchLimitAll: CFString = "m_LimitAll"
// iOS 4.0
public let kSecAttrAccessible: CFString = "pdmn"
public let kSecAttrAccessibleWhenUnlockedThisDeviceOnly: CFString = "aku"
// iOS 7.0
public let kSecAttrSynchronizable: CFString = "sync"
// iOS 8.0
public let kSecAttrAccessControl: CFString = "accc"
// iOS 9.0
public let kSecUseAuthenticationContext: CFString = "u_AuthCtx"

// iOS 8.0
public final class SecAccessControl {}

// iOS 8.0
public struct SecAccessControlCreateFlags: OptionSet, Sendable {
    public let rawValue: UInt

    public init(rawValue: UInt) { self.rawValue = rawValue }

    /// A face, a finger or the device's code. iOS 8.0
    public static let userPresence = SecAccessControlCreateFlags(rawValue: 1 << 0)
}

// iOS 8.0
public func SecAccessControlCreateWithFlags(
    _ allocator: CFAllocator?, _ protection: Any, _ flags: SecAccessControlCreateFlags,
    _ error: UnsafeMutablePointer<Unmanaged<CFError>?>?
) -> SecAccessControl? { nil }

// iOS 2.0
@discardableResult
public func SecItemAdd(_ attributes: CFDictionary, _ result: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus { errSecNotAvailable }

// iOS 2.0
@discardableResult
public func SecItemCopyMatching(_ query: CFDictionary, _ result: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus {
    errSecNotAvailable
}

// iOS 2.0
@discardableResult
public func SecItemDelete(_ query: CFDictionary) -> OSStatus { errSecNotAvailable }

// iOS 2.0
public final class SecRandomRef: Sendable {}

public let kSecRandomDefault: SecRandomRef? = nil

// iOS 2.0
public func SecRandomCopyBytes(_ rnd: SecRandomRef?, _ count: Int, _ bytes: UnsafeMutableRawPointer) -> Int32 { errSecNotAvailable }
