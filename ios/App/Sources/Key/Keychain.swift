//! The keychain of the phone, for the keys that wrap the diary's. It says what the system answers and decides nothing.

import Foundation
import LocalAuthentication
import Security

/// The words of the system's own window.
struct PromptWords: Sendable {
    /// Why the person is asked.
    let about: String
}

/// Wrapping keys as items of the keychain: of this phone alone, and only while it is unlocked.
struct Keychain: WrappingKeys {
    /// Names the items of this app's keys among its others.
    let service: String
    let words: @Sendable () -> PromptWords

    func make(_ alias: String, asksPerson: Bool) -> Bool {
        guard var secret = random() else { return false }
        defer { wipe(&secret) }
        var item = named(alias)
        item[kSecValueData as String] = secret
        if asksPerson {
            // A face, a finger or the code: another finger that is added leaves the diary open to its owner.
            guard
                let bound = SecAccessControlCreateWithFlags(
                    nil, kSecAttrAccessibleWhenUnlockedThisDeviceOnly, .userPresence, nil)
            else { return false }
            item[kSecAttrAccessControl as String] = bound
        } else {
            item[kSecAttrAccessible as String] = kSecAttrAccessibleWhenUnlockedThisDeviceOnly
        }
        return SecItemAdd(item as CFDictionary, nil) == errSecSuccess
    }

    func fetch(_ alias: String, asksPerson: Bool) -> Fetched {
        var query = named(alias)
        query[kSecReturnData as String] = true
        query[kSecMatchLimit as String] = kSecMatchLimitOne
        if asksPerson {
            guard Self.canAsk() else { return .noScreenLock }
            let context = LAContext()
            context.localizedReason = words().about
            query[kSecUseAuthenticationContext as String] = context
        }
        var found: CFTypeRef?
        let answer = SecItemCopyMatching(query as CFDictionary, &found)
        guard answer == errSecSuccess else { return Fetched(refused: answer) }
        guard let key = found as? Data else { return .notNow }
        return .key(key)
    }

    func drop(_ alias: String) { SecItemDelete(named(alias) as CFDictionary) }

    func aliases() -> [String] {
        let query: [String: Any] = [
            kSecClass as String: kSecClassGenericPassword,
            kSecAttrService as String: service,
            kSecReturnAttributes as String: true,
            kSecMatchLimit as String: kSecMatchLimitAll,
        ]
        var found: CFTypeRef?
        guard SecItemCopyMatching(query as CFDictionary, &found) == errSecSuccess else { return [] }
        let items = found as? [[String: Any]] ?? []
        return items.compactMap { $0[kSecAttrAccount as String] as? String }
    }

    /// Whether the phone has a code, a face or a finger to ask for.
    static func canAsk() -> Bool {
        var refusal: NSError?
        let can = LAContext().canEvaluatePolicy(.deviceOwnerAuthentication, error: &refusal)
        // Too many tries and the like pass; only a phone without a code cannot ask at all.
        return can || refusal?.code != LAError.Code.passcodeNotSet.rawValue
    }

    private func named(_ alias: String) -> [String: Any] {
        [
            kSecClass as String: kSecClassGenericPassword,
            kSecAttrService as String: service,
            kSecAttrAccount as String: alias,
            // Never by way of the cloud to another of the person's devices.
            kSecAttrSynchronizable as String: false,
        ]
    }

    private func random() -> Data? {
        var bytes = [UInt8](repeating: 0, count: 32)
        guard SecRandomCopyBytes(kSecRandomDefault, bytes.count, &bytes) == errSecSuccess else { return nil }
        return Data(bytes)
    }
}

extension Fetched {
    /// What a refusal of the keychain means. Only an item that is not there is gone for good.
    init(refused answer: OSStatus) {
        switch answer {
        case errSecItemNotFound: self = .missing
        case errSecUserCanceled, errSecAuthFailed: self = .turnedBack
        default: self = .notNow
        }
    }
}
