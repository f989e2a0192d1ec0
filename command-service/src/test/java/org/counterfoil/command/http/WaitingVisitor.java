package org.counterfoil.command.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.counterfoil.command.http.Api.Answer;

/** A visitor of a waiting room, with a nonce as a browser makes one. */
final class WaitingVisitor {

  final String nonce;
  final String id;
  private final RunningService service;
  private final String room;
  private String token = "";

  WaitingVisitor(RunningService service, String performance, String name) {
    this.service = service;
    this.room = "/performances/" + performance + "/waiting-room";
    this.nonce = HexFormat.of().formatHex(sha256(name.getBytes(StandardCharsets.UTF_8)));
    this.id = HexFormat.of().formatHex(sha256(HexFormat.of().parseHex(nonce)));
  }

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  Answer tryToJoin() {
    return Api.of(service).post(room, "{\"nonceHash\":\"" + id + "\"}");
  }

  WaitingVisitor join() {
    token = tryToJoin().expecting(201).text("/visitorToken");
    return this;
  }

  Answer joinAgainWith(String anyNonce) {
    return Api.of(service)
        .post(room, "{\"nonceHash\":\"%s\",\"nonce\":\"%s\"}".formatted(id, anyNonce));
  }

  String token() {
    return token;
  }

  Answer me() {
    return Api.of(service).with("Visitor-Token", token).get(room + "/me");
  }

  String state() {
    return me().expecting(200).text("/state");
  }

  int position() {
    return me().expecting(200).json().at("/position").asInt();
  }

  String admissionToken() {
    return me().expecting(200).text("/admissionToken");
  }

  /** Calls as this visitor, with the admission if there is one. */
  Api caller() {
    return Api.of(service).with("Visitor-Token", token).with("Admission-Token", admissionToken());
  }
}
