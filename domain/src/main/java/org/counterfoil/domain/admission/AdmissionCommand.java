package org.counterfoil.domain.admission;

import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.Command;

/** Commands at a door, decided in its own lane. */
public sealed interface AdmissionCommand extends Command {

  Door door();

  @Override
  default UUID laneKey() {
    return door().streamId();
  }

  /** Records scans in the order given, but for those that are known already. */
  record RecordScans(Door door, List<ScanReport> reports) implements AdmissionCommand {
    public RecordScans {
      reports = List.copyOf(reports);
    }
  }
}
