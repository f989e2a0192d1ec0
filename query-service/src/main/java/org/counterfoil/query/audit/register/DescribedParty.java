package org.counterfoil.query.audit.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.query.audit.register.ProcessingRegister.ControllerEntry;
import org.counterfoil.query.audit.register.ProcessingRegister.MadeTransfer;
import org.counterfoil.query.audit.register.ProcessingRegister.Transfers;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who answers for the processing, as it was described last.
 *
 * @param measures that it takes beside Counterfoil's own
 */
record DescribedParty(ControllerEntry controller, Transfers transfers, List<String> measures) {

  /** Whoever never described itself said at most where its officer is reached. */
  private static final String CONTROLLERS =
      """
      select o.*, c.address, c.contact_address, c.representative,
        case when c.position is null then o.dpo_contact else c.dpo_contact end as dpo,
        array(select jsonb_array_elements_text(c.joint_controllers)) as joint_names,
        array(select jsonb_array_elements_text(c.measures)) as measure_names,
        array(select t ->> 'recipient' || '/' || (t ->> 'country') || '/' || (t ->> 'safeguard')
          from jsonb_array_elements(c.transfers) t) as made_transfers
      from organisation o
      left join controller c on c.organisation_id = o.organisation_id and c.position = (
        select max(d.position) from controller d where d.organisation_id = o.organisation_id)
      """;

  static DescribedParty of(JdbcClient tables, OrganisationId organisation) {
    return tables
        .sql(CONTROLLERS + "where o.organisation_id = :organisation")
        .param("organisation", organisation.value())
        .query((row, number) -> read(row))
        .single();
  }

  /** Every one, in the order in which they came. */
  static List<DescribedParty> all(JdbcClient tables) {
    return tables.sql(CONTROLLERS + "order by o.position").query((row, number) -> read(row)).list();
  }

  private static DescribedParty read(ResultSet row) throws SQLException {
    List<MadeTransfer> transfers =
        strings(row, "made_transfers").stream().map(DescribedParty::transfer).toList();
    return new DescribedParty(
        new ControllerEntry(
            row.getObject("organisation_id", UUID.class),
            row.getString("name"),
            row.getString("legal_name"),
            row.getString("country"),
            row.getString("siren"),
            row.getString("address"),
            row.getString("contact_address"),
            row.getString("dpo"),
            row.getString("representative"),
            strings(row, "joint_names")),
        Transfers.of(transfers),
        strings(row, "measure_names"));
  }

  /** Country and safeguard have no slash; a recipient may. */
  private static MadeTransfer transfer(String text) {
    int last = text.lastIndexOf('/');
    int first = text.lastIndexOf('/', last - 1);
    return new MadeTransfer(
        text.substring(0, first), text.substring(first + 1, last), text.substring(last + 1));
  }

  static List<String> strings(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
