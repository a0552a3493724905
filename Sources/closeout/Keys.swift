import Evidence
import Store
import TransparencyLog

/// The keys beside a store, made when they are first needed.
struct Keys {
  let store: Store

  /// The signer; new keys are made and announced where there are none. Keys that came from elsewhere become
  /// entries of the log as new ones do.
  func signer() throws -> PackageSigner {
    let keys = KeyStore(besideStore: store.path)
    if !keys.exists {
      try create()
      Output.say("made new keys beside the store; `closeout key show` prints the public ones")
    }
    let signer = try keys.signer()
    for key in try keys.show() { try store.appendIfAbsent(LogEntry(.key, body: Array(key.pem.utf8))) }
    return signer
  }

  /// Makes both keys; the public ones become entries of the log.
  @discardableResult
  func create() throws -> [KeyStore.Shown] {
    let shown = try KeyStore(besideStore: store.path).create()
    for key in shown { try store.append(LogEntry(.key, body: Array(key.pem.utf8))) }
    return shown
  }

  /// The checkpoint of the log as it stands; the store keeps it too.
  func checkpoint() throws -> SignedCheckpoint {
    let signer = try signer()
    let checkpoint = try store.read(asOf: Clock.now()) { snapshot in
      var log = try snapshot.log()
      return try signer.checkpoint(size: log.size, root: log.root())
    }
    try store.keep(checkpoint)
    return checkpoint
  }
}
