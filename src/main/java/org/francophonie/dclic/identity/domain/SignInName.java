package org.francophonie.dclic.identity.domain;

import java.util.Optional;
import org.francophonie.dclic.platform.ids.HumanCode;

/**
 * By what somebody says who they are: the code they were given, or their address.
 *
 * @param code in its one written form, when it is one
 * @param emailKey the key of the address, when it is one
 */
public record SignInName(Optional<String> code, Optional<String> emailKey) {

    /** Neither, when what was typed can be none of the two. */
    public static SignInName of(String typed) {
        if (!typed.contains("@")) {
            var code = HumanCode.readLearner(typed);
            if (code.isPresent()) return new SignInName(code, Optional.empty());
        }
        try {
            return new SignInName(
                    Optional.empty(), Optional.of(EmailAddress.parse(typed).key()));
        } catch (EmailAddress.Refused _) {
            return new SignInName(Optional.empty(), Optional.empty());
        }
    }

    /** Under which tries are counted while nobody is known by this name. */
    public String key() {
        return code.or(() -> emailKey).orElse("unreadable");
    }
}
