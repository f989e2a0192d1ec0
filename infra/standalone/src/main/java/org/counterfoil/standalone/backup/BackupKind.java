package org.counterfoil.standalone.backup;

import java.util.List;
import java.util.Locale;

/**
 * What is kept together because it may be kept as long. What is in neither can be made anew
 * (snapshots, indexes, read models), or may not outlive a day or two: answers kept for repeated
 * requests, the keys by which buyers are told apart, the visitors of waiting rooms.
 */
enum BackupKind {
  /** The log and what proves it, for years. */
  STORE,
  /** Personal data, encrypted, and their keys, encrypted by the master key, for days. */
  VAULT;

  /** The schema that is migrated, by whose version the tables' form is known. */
  String schema() {
    return switch (this) {
      case STORE -> "log";
      case VAULT -> "vault";
    };
  }

  /** In an order in which they can be filled. */
  List<String> tables() {
    return switch (this) {
      case STORE ->
          List.of(
              "log.event",
              "log.document",
              "integrity.tile",
              "integrity.checkpoint",
              "integrity.key",
              "integrity.delivery",
              "waiting_room.room");
      case VAULT ->
          List.of(
              "vault.mark_key",
              "vault.master_version",
              "vault.followed_log",
              "vault.suppressed",
              "vault.said_no",
              "vault.data_key",
              "vault.value",
              "vault.mark",
              "vault.imported_line");
    };
  }

  /** How the names of its files begin. */
  String prefix() {
    return "counterfoil-" + name().toLowerCase(Locale.ROOT) + "-";
  }
}
