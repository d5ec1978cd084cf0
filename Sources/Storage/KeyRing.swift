import Crypto
import Foundation
import Kernel
import Synchronization

/// The keys that close personal data: one to seal (AES-256-GCM), one to find by equality (HMAC-SHA-256).
///
/// Both are derived (HKDF) from one secret of 32 bytes that lives outside the database: in `MENPAI_KEY` (base64) or in
/// a file beside it, readable by its owner only. Whoever has the database alone reads no identity number and no phone.
///
/// While the key is being changed there are two: everything new is sealed with the current one, and what the one before has
/// sealed still opens and is found. Which one is current says the database (`key_mark`), and every write asks it: a server
/// goes on while another process changes the key.
package final class KeyRing: Sendable {
  /// What is derived from one secret.
  struct Key: Sendable {
    let secret: SymmetricKey
    let sealing: SymmetricKey
    let finding: SymmetricKey
    /// Stands before every value that is sealed with it: 4 bytes that tell nothing of the key.
    let id: Data
    /// What the database remembers it by.
    let mark: String

    init(_ secret: SymmetricKey) {
      func derive(_ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: secret, info: Data("menpai \(purpose)".utf8), outputByteCount: 32)
      }
      self.secret = secret
      (sealing, finding) = (derive("sealing"), derive("finding"))
      id = derive("key id").withUnsafeBytes { Data($0.prefix(4)) }
      mark = KeyRing.find("settings", "key", finding).base64EncodedString()
    }
  }

  package struct State {
    var current: Key
    /// Newest first.
    var others: [Key]
    /// Whether values without a place still open: until all that an older version has sealed is sealed anew.
    var opensUnbound = false
    /// By the first row of the log that each is for, the earliest first.
    var audit: [AuditKey] = []
  }

  package let state: Mutex<State>
  /// Reads the secrets again, the newest first: another process may have changed the key.
  private let reload: @Sendable () throws -> [SymmetricKey]

  package convenience init(secret: SymmetricKey) {
    let secrets = [secret]
    self.init(secrets) { secrets }
  }

  package init(_ secrets: [SymmetricKey], reload: @escaping @Sendable () throws -> [SymmetricKey]) {
    let keys = secrets.map(Key.init)
    state = Mutex(State(current: keys.first ?? Key(SymmetricKey(size: .bits256)), others: Array(keys.dropFirst())))
    self.reload = reload
  }

  private static let magic = Data("MP2".utf8)
  private static let headLength = 7

  /// Seals bytes for their place under a fresh nonce: which key, nonce, ciphertext, tag.
  package func seal(_ plain: some DataProtocol, at place: SealedPlace) throws -> Data {
    let key = state.withLock { $0.current }
    let box = try AES.GCM.seal(plain, using: key.sealing, authenticating: place.bytes)
    guard let combined = box.combined else { throw Problem(.invalid, "seal_failed", "无法加密数据。") }
    return Self.magic + key.id + combined
  }

  package func seal(_ text: String, at place: SealedPlace) throws -> Data { try seal(Data(text.utf8), at: place) }

  /// Opens what `seal` closed for this place; throws `wrong_key` where the key is another one, the bytes were changed, or
  /// the value was sealed for another row or column.
  package func open(_ sealed: Data, at place: SealedPlace) throws -> Data {
    if let plain = opened(sealed, place) { return plain }
    try takeInNewKeys()
    guard let plain = opened(sealed, place) else {
      throw Problem(.internalFault, "wrong_key", "密文无法解开：密钥与数据库不符，或数据已损坏，或已被挪到别处。")
    }
    return plain
  }

  package func openText(_ sealed: Data, at place: SealedPlace) throws -> String {
    String(decoding: try open(sealed, at: place), as: UTF8.self)
  }

  private func opened(_ sealed: Data, _ place: SealedPlace) -> Data? {
    let (keys, opensUnbound) = state.withLock { ([$0.current] + $0.others, $0.opensUnbound) }
    if let id = Self.keyID(of: sealed), let key = keys.first(where: { $0.id == id }),
      let box = try? AES.GCM.SealedBox(combined: Data(Array(sealed.dropFirst(Self.headLength)))),
      let plain = try? AES.GCM.open(box, using: key.sealing, authenticating: place.bytes)
    {
      return plain
    }
    guard opensUnbound, let box = try? AES.GCM.SealedBox(combined: sealed) else { return nil }
    for key in keys { if let plain = try? AES.GCM.open(box, using: key.sealing) { return plain } }
    return nil
  }

  /// With which key a value is sealed; nil for one without a place, of an older version.
  static func keyID(of sealed: Data) -> Data? {
    guard sealed.count > headLength, sealed.starts(with: magic) else { return nil }
    return Data(sealed.dropFirst(magic.count).prefix(4))
  }

  /// Whether a value is sealed with the current key, for some place.
  package func isCurrent(_ sealed: Data) -> Bool { Self.keyID(of: sealed) == state.withLock { $0.current.id } }

  /// Seals bytes for one purpose so that equal bytes look alike: the nonce is a keyed hash of them. For what callers are to
  /// bring back, never for rows.
  package func sealAlike(_ plain: Data, for context: String) throws -> Data {
    var hash = digest()
    hash.add(context)
    hash.add(plain)
    let nonce = try AES.GCM.Nonce(data: hash.finish().prefix(12))
    let key = state.withLock { $0.current.sealing }
    let box = try AES.GCM.seal(plain, using: key, nonce: nonce, authenticating: Data(context.utf8))
    guard let combined = box.combined else { throw Problem(.invalid, "seal_failed", "无法加密数据。") }
    return combined
  }

  /// Opens what `sealAlike` closed for the same purpose; throws for anything else.
  package func openAlike(_ sealed: Data, for context: String) throws -> Data {
    let key = state.withLock { $0.current.sealing }
    return try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key, authenticating: Data(context.utf8))
  }

  /// What equal values have in common: 16 bytes of a keyed hash over the field's name and the value.
  package func findingKey(_ field: String, _ value: String) -> Data {
    Self.find(field, value, state.withLock { $0.current.finding })
  }

  /// The same under every key that rows may still be found by, the current one first.
  package func findingKeys(_ field: String, _ value: String) -> [Data] {
    state.withLock { [$0.current] + $0.others }.map { Self.find(field, value, $0.finding) }
  }

  private static func find(_ field: String, _ value: String, _ key: SymmetricKey) -> Data {
    Data(HMAC<SHA256>.authenticationCode(for: Data("\(field)\u{0}\(value)".utf8), using: key).prefix(16))
  }

  /// Takes in keys that were added since this process began; those it knows stay.
  func takeInNewKeys() throws {
    let secrets = try reload()
    state.withLock { state in
      for key in secrets.map(Key.init) where ([state.current] + state.others).allSatisfy({ $0.id != key.id }) {
        state.others.append(key)
      }
    }
  }

  /// Makes the key current that the database says.
  ///
  /// - Throws: `wrong_key` when it is none that is known.
  func adopt(mark: String) throws {
    if tryAdopt(mark) { return }
    try takeInNewKeys()
    guard tryAdopt(mark) else {
      throw Problem(.internalFault, "wrong_key", "密钥与数据库不符。请使用建库时的密钥文件或 MENPAI_KEY。")
    }
  }

  private func tryAdopt(_ mark: String) -> Bool {
    state.withLock { state in
      guard state.current.mark != mark else { return true }
      guard let index = state.others.firstIndex(where: { $0.mark == mark }) else { return false }
      let key = state.others.remove(at: index)
      state.others.insert(state.current, at: 0)
      state.current = key
      return true
    }
  }
}

extension KeyRing {
  /// Whether a second secret is held beside the current one: a change of the key is under way, or was not finished.
  package var isBeingChanged: Bool { state.withLock { !$0.others.isEmpty } }

  var currentMark: String { state.withLock { $0.current.mark } }

  /// A digest that nobody can make or check without the key.
  package func digest() -> KeyedDigest { KeyedDigest(key: state.withLock { $0.current.finding }) }
}
