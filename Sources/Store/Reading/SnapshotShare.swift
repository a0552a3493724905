/// Which part of a reading falls to a snapshot: all of it, or one of two parts that are read at once.
public enum SnapshotShare: Sendable {
  case whole, first, second
}
