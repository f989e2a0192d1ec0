-- Who objects again does so from then on.
grant update on vault.suppressed to counterfoil_vault;
