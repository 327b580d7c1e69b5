package org.francophonie.dclic.rights.service;

import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.text.HtmlSanitiser;
import org.francophonie.dclic.rights.Cell;
import org.francophonie.dclic.rights.Profiles;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.RightsRefused.Rule;
import org.francophonie.dclic.rights.domain.MatrixCell;
import org.francophonie.dclic.rights.domain.MatrixRepository;
import org.francophonie.dclic.rights.domain.Profile;
import org.francophonie.dclic.rights.domain.ProfileRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Profiles are made from others, renamed, and switched off; they are never deleted, for the trail names them. */
@Service
@Transactional
public class ProfileCatalogueService {
    public static final int LONGEST_NAME = 60;
    private static final int LONGEST_CODE = 36;

    private final ProfileRepository profiles;
    private final MatrixRepository cells;
    private final Giving giving;
    private final RightsCache cache;
    private final Trail trail;
    private final Clock clock;

    ProfileCatalogueService(
            ProfileRepository profiles,
            MatrixRepository cells,
            Giving giving,
            RightsCache cache,
            Trail trail,
            Clock clock) {
        this.profiles = profiles;
        this.cells = cells;
        this.giving = giving;
        this.cache = cache;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Makes a profile with the rights of another one.
     *
     * @return its code, made of the English name
     * @throws RightsRefused when a name is no name or is taken, or when the rights are not all held
     */
    @Requires(Right.CHANGE_MATRIX)
    public String copy(String source, String typedFrench, String typedEnglish) {
        var model = found(source);
        var french = name(typedFrench);
        var english = name(typedEnglish);
        checkFree(french, english, Optional.empty());
        var rows = cells.findByProfile(source);
        giving.check(given(rows), Optional.empty(), Optional.empty());
        var made = profiles.saveAndFlush(
                new Profile(freshCode(english), french, english, model.isStaff(), clock.instant()));
        rows.forEach(row -> cells.save(new MatrixCell(made.code(), row.rightName(), row.cell())));
        trail.record(AuditEntry.command(Right.CHANGE_MATRIX)
                .named("copy")
                .on("Profile", made.code())
                .change("copyOf", null, source)
                .change("nameFr", null, french)
                .change("nameEn", null, english));
        cache.forgetAfterwards();
        return made.code();
    }

    private Profile found(String code) {
        return profiles.findByCode(code).orElseThrow(() -> new RightsRefused(Rule.UNKNOWN_PROFILE));
    }

    private static String name(String typed) {
        var name = HtmlSanitiser.line(typed);
        if (name.isEmpty()) throw new RightsRefused(Rule.NAME_EMPTY);
        if (name.length() > LONGEST_NAME) throw new RightsRefused(Rule.NAME_LONG);
        return name;
    }

    private void checkFree(String french, String english, Optional<String> own) {
        var taken = profiles.findAllByOrderByCode().stream()
                .filter(other -> own.filter(other.code()::equals).isEmpty())
                .anyMatch(other -> other.nameFr().equalsIgnoreCase(french)
                        || other.nameEn().equalsIgnoreCase(english));
        if (taken) throw new RightsRefused(Rule.NAME_TAKEN);
    }

    /** Everything that a profile allows, and how far. */
    private static Map<Right, Scope> given(List<MatrixCell> rows) {
        return Giving.scopes(rows, cell -> !cell.prohibits());
    }

    private String freshCode(String name) {
        var letters = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z]+", "_")
                .replaceAll("^_+|_+$", "");
        var stem = letters.length() < 2 ? "PROFILE" : letters.substring(0, Math.min(letters.length(), LONGEST_CODE));
        var code = stem;
        for (char letter = 'A'; profiles.existsByCode(code); letter++) code = stem + "_" + letter;
        return code;
    }

    @Requires(Right.CHANGE_MATRIX)
    public void rename(String code, long version, String typedFrench, String typedEnglish) {
        var profile = unchanged(code, version);
        var french = name(typedFrench);
        var english = name(typedEnglish);
        checkFree(french, english, Optional.of(code));
        var entry = AuditEntry.command(Right.CHANGE_MATRIX)
                .named("rename")
                .on("Profile", code)
                .change("nameFr", profile.nameFr(), french)
                .change("nameEn", profile.nameEn(), english);
        profile.rename(french, english, clock.instant());
        profiles.saveAndFlush(profile);
        trail.record(entry);
    }

    private Profile unchanged(String code, long version) {
        var profile = found(code);
        if (profile.version() != version) throw new RightsRefused(Rule.STALE);
        return profile;
    }

    /**
     * Switches a profile on or off. Whoever holds one that is off has nothing by it: what it allows is gone, what it forbids
     * is free.
     */
    @Requires(Right.CHANGE_MATRIX)
    public void switchTo(String code, long version, boolean active) {
        var profile = unchanged(code, version);
        if (profile.isActive() == active) return;
        if (code.equals(Profiles.AWAITING_CONSENT)) throw new RightsRefused(Rule.BY_CONSENT);
        giving.checkNotOwn(code);
        var rows = cells.findByProfile(code);
        giving.check(active ? given(rows) : Giving.scopes(rows, Cell::prohibits), Optional.empty(), Optional.empty());
        profile.switchTo(active, clock.instant());
        profiles.saveAndFlush(profile);
        giving.checkTwoRemain();
        trail.record(AuditEntry.command(Right.CHANGE_MATRIX)
                .named("switch")
                .on("Profile", code)
                .change("active", !active, active));
        cache.forgetAfterwards();
    }
}
