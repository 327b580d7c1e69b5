package org.francophonie.dclic.identity.service;

/** The secret was right, and the account has become one with another: that one is used now. */
public class AccountMerged extends SignInRefused {
    private static final long serialVersionUID = 1;

    private final String keptCode;

    AccountMerged(String keptCode) {
        super(Reason.WRONG, 0);
        this.keptCode = keptCode;
    }

    public String keptCode() {
        return keptCode;
    }
}
