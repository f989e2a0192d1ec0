package org.counterfoil.query.audit.recording;

/** What became of a request by which somebody exercises a right. */
enum RequestStep {
  REQUEST,
  IDENTITY_CHECKED,
  REQUEST_EXTENDED,
  REQUEST_REFUSED,
  REQUEST_ANSWERED
}
