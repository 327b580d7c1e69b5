package org.francophonie.dclic.rights.service;

import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.francophonie.dclic.rights.ProfileNames;
import org.francophonie.dclic.rights.domain.Profile;
import org.francophonie.dclic.rights.domain.ProfileRepository;
import org.springframework.stereotype.Component;

/** The names stand in the database, for administrators give them. */
@Component
class ProfileNameList implements ProfileNames {
    private final ProfileRepository profiles;

    ProfileNameList(ProfileRepository profiles) {
        this.profiles = profiles;
    }

    @Override
    public Map<String, String> names(Locale language) {
        var names = new LinkedHashMap<String, String>();
        profiles.findAllByOrderByCode().stream()
                .filter(Profile::isActive)
                .sorted(Comparator.comparing(profile -> profile.name(language), Collator.getInstance(language)))
                .forEach(profile -> names.put(profile.code(), profile.name(language)));
        return names;
    }
}
