package org.counterfoil.query.proof;

import java.time.ZoneId;
import java.util.List;
import org.counterfoil.eventstore.integrity.checkpoint.Checkpoints;
import org.counterfoil.eventstore.integrity.growth.Deliveries;
import org.counterfoil.eventstore.integrity.proof.LogProofs;
import org.counterfoil.eventstore.integrity.proof.PublishedKey;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that shows what the log was signed to be, and how to check it. For everybody. */
@Controller
class ProofPageEndpoint {

  private final Checkpoints checkpoints;
  private final LogProofs proofs;
  private final Deliveries deliveries;

  ProofPageEndpoint(Checkpoints checkpoints, LogProofs proofs, Deliveries deliveries) {
    this.checkpoints = checkpoints;
    this.proofs = proofs;
    this.deliveries = deliveries;
  }

  @GetMapping("/proof")
  String page(Model model) {
    List<PublishedKey> keys = checkpoints.keys().stream().map(PublishedKey::of).toList();
    model.addAttribute("treeSize", proofs.treeSize());
    model.addAttribute("signed", checkpoints.latest().orElse(null));
    model.addAttribute("delivery", deliveries.last().orElse(null));
    model.addAttribute("keys", keys);
    model.addAttribute("zone", ZoneId.systemDefault().getId());
    return "proof";
  }
}
