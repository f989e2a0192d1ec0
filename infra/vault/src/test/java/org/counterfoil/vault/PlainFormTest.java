package org.counterfoil.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterfoil.domain.privacy.register.PersonalField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same person is found in whichever way it is written, and nobody else is. */
class PlainFormTest {

  private static String of(String field, String value) {
    return PlainForm.of(PersonalField.valueOf(field), new PersonalValue(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NAME      | Ève d'Almeida         | Eve d’ALMEIDA
          NAME      | Ève d'Almeida         | d'Almeida, Ève
          NAME      | Jean-Marc Lefèvre     | jean marc  lefevre
          NAME      | Zoë Cœur              | ZOE COEUR
          NAME      | Łukasz Đurić          | Lukasz Duric
          NAME      | Strauß                | STRAUSS
          NAME      | Дмитрий               | ДМИТРИЙ
          NAME      | 李 小龍                | 小龍 李
          TELEPHONE | 06 12 34 56 78        | +33612345678
          TELEPHONE | 06.12.34.56.78        | 0033 6 12 34 56 78
          TELEPHONE | +33 (0)6 12 34 56 78  | 0612345678
          TELEPHONE | 044 668 18 00         | +41 44 668 18 00
          TELEPHONE | 112                   | 112
          EMAIL     | Anna@Example.org      | anna@example.ORG
          """)
  void isOnePerson(String field, String told, String looked) {
    assertThat(of(field, looked)).isEqualTo(of(field, told)).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NAME      | Anna Marked           | Anna Market
          NAME      | Anna                  | Anna Anna
          TELEPHONE | 06 12 34 56 78        | 06 12 34 56 79
          TELEPHONE | 06 12 34 56 78        | 07 12 34 56 78
          EMAIL     | anna@example.org      | an.na@example.org
          EMAIL     | zoë@example.org       | zoe@example.org
          """)
  void isAnother(String field, String told, String looked) {
    assertThat(of(field, looked)).isNotEqualTo(of(field, told));
  }
}
