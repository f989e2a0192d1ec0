package org.counterfoil.domain;

import java.util.regex.Pattern;

/**
 * Where an organisation is reached about personal data, which it publishes (Art. 13(1)(a) and (b),
 * 37(7) GDPR): a mailbox of a function, such as {@code dpo@theatre.example}, never one of a person;
 * or a page, such as {@code https://theatre.example/privacy}. At most 200 characters.
 */
public record PublicContact(String value) implements Text {

  private static final int MOST = 200;

  private static final Pattern MAILBOX =
      Pattern.compile(
          "(dpo|dpd|gdpr|rgpd|privacy|data-protection|donnees-personnelles|contact|info|accueil"
              + "|billetterie|tickets)@[a-z0-9-]+(\\.[a-z0-9-]+)+");

  private static final Pattern PAGE =
      Pattern.compile("https://[a-z0-9-]+(\\.[a-z0-9-]+)+(/[A-Za-z0-9._~-]*)*");

  public PublicContact {
    boolean isKnown = MAILBOX.matcher(value).matches() || PAGE.matcher(value).matches();
    if (value.length() > MOST || !isKnown) {
      throw new InvalidText(
          "Expected the mailbox of a function, such as dpo@theatre.example, or a page, but it is"
              + " neither");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
