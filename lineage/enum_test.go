package lineage

import (
	"encoding"
	"fmt"
	"testing"
)

// enumeration is what every enumeration offers.
type enumeration interface {
	fmt.Stringer
	encoding.TextMarshaler
}

func TestEnumerations(t *testing.T) {
	t.Parallel()
	testEnumeration(t, []Answer{No, Maybe, Yes}, Answer(9))
	testEnumeration(t, AllRoles(), Role(0))
	testEnumeration(t, AllSteps(), Step(0))
	testEnumeration(t, AllBases(), Basis(9))
	testEnumeration(t, AllIdentities(), Identity(9))
	testEnumeration(t, AllSuccessionKinds(), SuccessionKind(0))
	testEnumeration(t, AllAccessionKinds(), AccessionKind(0))
	testEnumeration(t, AllDepartureKinds(), DepartureKind(0))
	testEnumeration(t, AllSourceKinds(), SourceKind(0))
	testEnumeration(t, AllActorKinds(), ActorKind(9))
	testEnumeration(t, AllUses(), Use(0))
	testEnumeration(t, AllLacks(), Lack(0))
	testEnumeration(t, []Subject{ItsBeginning, ItsEnd, ItsSuspension, ItsResumption}, Subject(0))
	testEnumeration(t, []GapKind{BeforeFirst, Between, AfterLast, Throughout}, GapKind(0))
	testEnumeration(t, []EventKind{FoundingEvent, SuccessionEvent, AccessionEvent, SuspensionEvent, ResumptionEvent, DepartureEvent, EndEvent}, EventKind(0))
}

// testEnumeration checks that the values have texts that lead back to them, and
// that the invalid one has none.
func testEnumeration[E interface {
	enumeration
	comparable
}, P interface {
	*E
	encoding.TextUnmarshaler
}](t *testing.T, values []E, invalid E,
) {
	t.Helper()
	seen := map[string]bool{}
	for _, v := range values {
		text, err := v.MarshalText()
		if err != nil || string(text) != v.String() || seen[v.String()] {
			t.Errorf("%T: MarshalText() = %q, %v, String() = %q", v, text, err, v)
		}
		seen[v.String()] = true
		var back E
		if err := P(&back).UnmarshalText(text); err != nil || back != v {
			t.Errorf("%T: %q came back as %v, %v", v, text, back, err)
		}
	}
	if text, err := invalid.MarshalText(); err == nil {
		t.Errorf("%T: the invalid value has the text %q", invalid, text)
	}
	for _, text := range []string{"", "nonsense", invalid.String()} {
		back := values[0]
		if err := P(&back).UnmarshalText([]byte(text)); err == nil || back != values[0] {
			t.Errorf("%T: %q is read as %v, %v", invalid, text, back, err)
		}
	}
}

func TestRoles(t *testing.T) {
	t.Parallel()
	for _, r := range AllRoles() {
		if !EveryRole.Has(r) || !RolesOf(r).Has(r) || Roles(0).Has(r) != r.Full() {
			t.Errorf("%s is not where it belongs", r)
		}
	}
	if RolesOf(Observer, Guest).Has(Member) || EveryRole.Has(0) || RolesOf(200).Has(Observer) {
		t.Error("a set holds what is not in it")
	}
}
