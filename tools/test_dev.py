#!/usr/bin/env python3
"""Tests of ./dev on machines that are not as it would like them: apt, sudo and the compilers are scripts that do as a test says."""
import contextlib
import os
import pathlib
import pty
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
REAL = "sh env dirname mkdir cat sed awk grep cut tr tee sort find rm touch".split()  # what every system has

# Each writes down how it was called. Variables of the environment say what is the matter: packages that apt does not know
# (UNKNOWN), whose installation would remove others (REMOVE), whose dependencies are missing (UNMET), whose installation
# dpkg fails (BROKEN); whether there is a network, and for how many calls another process holds apt's lock.
FAKES = {
    "id": "echo ${USER_ID:-0}",
    "nproc": "echo 2",
    "sleep": "",
    "ninja": "",
    "cmake": "",
    "python3": "",
    "g++-12": "",
    "ctest": r"""
        while [ $# != 0 ] && [ "$1" != --test-dir ]; do shift; done
        mkdir -p "$2/Testing/Temporary"
        printf 'skipped for want of %s\n' 'b c: 1' 'a: 2' 'a: 3' > "$2/Testing/Temporary/LastTest.log"
        echo '100% tests passed, 0 tests failed out of 3'""",
    "dpkg-query": """
        for package; do :; done
        [ ! -e "$MACHINE/installed/$package" ] || echo installed""",
    "apt-cache": 'case " $UNKNOWN " in *" $2 "*) exit 100 ;; esac',
    "apt-get": r"""
        cat > /dev/null  # whatever is there to read is apt's
        if [ -s "$MACHINE/lock" ]; then
          sed -i 1d "$MACHINE/lock"
          echo 'E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 7 (apt)'
          exit 100
        fi
        if [ "$1" = update ]; then
          [ "$NETWORK" = yes ] || { echo "E: Failed to fetch http://a/b  Could not resolve 'a'"; exit 100; }
          exit
        fi
        shift
        for package; do
          case $package in -*) continue ;; esac
          case " $UNKNOWN " in *" $package "*) echo "E: Unable to locate package $package"; exit 100 ;; esac
          case " $REMOVE " in *" $package "*)
            printf 'The following packages will be REMOVED:\n  libc++1-14* libunwind-14*\n  libunwind-dev*\n0 upgraded\n'
            echo 'E: Packages need to be removed but remove is disabled.'
            exit 100 ;;
          esac
          case " $UNMET " in *" $package "*)
            printf 'The following packages have unmet dependencies:\n %s : Depends: other but it is not installable\n' "$package"
            echo 'E: Unable to correct problems, you have held broken packages.'
            exit 100 ;;
          esac
          case " $BROKEN " in *" $package "*) echo 'E: Sub-process dpkg returned an error code (1)'; exit 100 ;; esac
          [ "$NETWORK" = yes ] || { echo "E: Failed to fetch http://a/$package.deb  Could not resolve 'a'"; exit 100; }
        done
        for package; do case $package in -*) ;; *) touch "$MACHINE/installed/$package" ;; esac; done""",
}
SUDO = """
    case $1 in
      -n) [ $ASKS = no ] ;;
      -v) [ $KNOWS = yes ] ;;
      *) "$@" ;;
    esac"""


class Dev(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="a machine ")
        self.addCleanup(folder.cleanup)
        self.machine = pathlib.Path(folder.name)
        self.tree = self.machine / "a tree"
        for path in ("bin", "installed", "a tree/tools"):
            (self.machine / path).mkdir(parents=True)
        for tool in REAL:
            (self.machine / "bin" / tool).symlink_to(shutil.which(tool))
        for name, text in FAKES.items():
            self.command(name, text)
        for path in ("dev", "tools/packages.sh"):
            shutil.copy(ROOT / path, self.tree / path)
        self.environment = {"PATH": str(self.machine / "bin"), "MACHINE": str(self.machine), "NETWORK": "yes",
                            "ASKS": "no", "KNOWS": "yes"}

    def command(self, name, text):
        path = self.machine / "bin" / name
        path.write_text(f'#!/bin/sh\nset -f\necho "{name} $*" >> "$MACHINE/calls"\n{text}\n', encoding="utf-8")
        path.chmod(0o755)

    def without(self, *names):
        for name in names:
            (self.machine / "bin" / name).unlink()

    def run_dev(self, *arguments, stdin=subprocess.DEVNULL, **environment):
        """The exit status of ./dev and the lines that it writes."""
        result = subprocess.run([self.tree / "dev", *arguments], stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                text=True, env=self.environment | environment, cwd=self.machine)
        return result.returncode, result.stdout.splitlines()

    def calls(self, start):
        path = self.machine / "calls"
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        return [line for line in lines if line.startswith(start)]

    def assert_tests(self, *arguments, **environment):
        """./dev test ends well, and the tests ran; returns the lines that begin with 'left out'."""
        status, lines = self.run_dev("test", *arguments, **environment)
        self.assertEqual(status, 0, lines)
        self.assertIn("100% tests passed, 0 tests failed out of 3", lines)
        self.assertTrue(self.calls("ctest"))
        return [line for line in lines if line.startswith("left out")]

    def assert_stops(self, reason, **environment):
        """./dev test ends before it builds, and its last line gives the reason."""
        status, lines = self.run_dev("test", **environment)
        self.assertEqual(status, 1, lines)
        self.assertEqual(lines[-1], reason)
        self.assertFalse(self.calls("ctest"))

    def test_an_empty_machine_takes_one_call_of_apt(self):
        self.assertEqual(self.assert_tests(), [])
        self.assertEqual(len(self.calls("apt-get update")), 1)
        self.assertEqual(len(self.calls("apt-get install")), 1)
        self.assertIn("--no-remove", self.calls("apt-get install")[0])
        self.assertTrue((self.machine / "installed/libceres-dev").exists())

    def test_a_full_machine_takes_none(self):
        self.assert_tests()
        (self.machine / "calls").unlink()
        self.assertEqual(self.assert_tests(), [])
        self.assertEqual(self.calls("apt"), [])

    def test_what_would_remove_something_is_left_out(self):
        for _ in range(2):  # when all is tried at once, and when it is all that is missing
            self.assertEqual(self.assert_tests(REMOVE="libc++-19-dev"), [
                "left out: tests of std::format, for want of libc++-19-dev libc++abi-19-dev "
                "(apt: it would remove libc++1-14 libunwind-14 libunwind-dev)"])
        self.assertTrue((self.machine / "installed/clang-16").exists())

    def test_what_the_system_does_not_have_is_left_out(self):
        left_out = self.assert_tests(UNKNOWN="clang-19 clang-16 clang-format-19")
        self.assertEqual(len(left_out), 3)
        self.assertIn("left out: tests with Clang, for want of clang-19 (apt: Unable to locate package clang-19)", left_out)

    def test_what_lacks_another_package_is_left_out(self):
        self.assertEqual(self.assert_tests(UNMET="libadolc-dev"), [
            "left out: comparisons with ADOL-C, for want of libadolc-dev (apt: libadolc-dev : Depends: other but it is not installable)"])

    def test_what_dpkg_fails_to_install_is_left_out(self):
        self.assertEqual(self.assert_tests(BROKEN="openmpi-bin"), [
            "left out: the example of MPI, for want of libopenmpi-dev openmpi-bin (apt: Sub-process dpkg returned an error code (1))"])

    def test_what_is_needed_stops(self):
        self.without("cmake")
        for kind, reason in (("UNKNOWN", "Unable to locate package cmake"), ("BROKEN", "Sub-process dpkg returned an error code (1)"),
                             ("REMOVE", "it would remove libc++1-14 libunwind-14 libunwind-dev"),
                             ("UNMET", "cmake : Depends: other but it is not installable")):
            self.assert_stops(f"needed, and not to be had: cmake (apt: {reason})", **{kind: "cmake"})

    def test_another_compiler_where_the_first_is_not_to_be_had(self):
        self.without("g++-12")
        self.command("g++", "echo 13")
        self.assert_tests(UNKNOWN="g++-12")
        self.assertFalse((self.machine / "installed/g++").exists())
        self.assert_tests(BROKEN="g++-12")
        (self.machine / "calls").unlink()
        self.command("g++", "echo 11.4")
        self.assert_stops("needed, and not to be had: g++-12 (apt: Sub-process dpkg returned an error code (1))", BROKEN="g++-12")

    def test_the_first_compiler_is_installed_beside_another(self):
        self.without("g++-12")
        self.command("g++", "echo 13")
        self.assert_tests()
        self.assertTrue((self.machine / "installed/g++-12").exists())

    def have_what_is_needed(self):
        for package in ("libboost-dev", "catch2"):
            (self.machine / "installed" / package).touch()

    def test_no_network_and_nothing_optional(self):
        self.have_what_is_needed()
        left_out = self.assert_tests(NETWORK="no")
        self.assertGreater(len(left_out), 10)
        self.assertTrue(all("Could not resolve" in line for line in left_out))
        self.assertLess(len(self.calls("apt-get")), 4)

    def test_no_network_and_something_needed_is_missing(self):
        self.assert_stops("needed, and not to be had: libboost-dev catch2 "
                          "(apt: Failed to fetch http://a/libboost-dev.deb Could not resolve 'a')", NETWORK="no")

    def test_nothing_is_installed_where_the_user_says_so(self):
        self.assert_stops("needed, and not to be had: libboost-dev catch2 (LEIBNIZ_INSTALL is no)", LEIBNIZ_INSTALL="no")
        self.have_what_is_needed()
        self.assertIn("left out: tests with Ceres, for want of libceres-dev (LEIBNIZ_INSTALL is no)",
                      self.assert_tests(LEIBNIZ_INSTALL="no"))
        self.assertEqual(self.calls("apt-get"), [])

    def test_no_root_and_no_sudo(self):
        self.assert_stops("needed, and not to be had: libboost-dev catch2 (you are not root, and there is no sudo)", USER_ID="1000")
        self.have_what_is_needed()
        self.assertGreater(len(self.assert_tests(USER_ID="1000")), 10)

    def test_sudo(self):
        self.command("sudo", SUDO)
        self.assertEqual(self.assert_tests(USER_ID="1000"), [])
        self.assertIn("sudo env LC_ALL=C DEBIAN_FRONTEND=noninteractive apt-get update --error-on=any", self.calls("sudo"))

    def test_sudo_that_asks_where_nobody_is(self):
        self.command("sudo", SUDO)
        self.have_what_is_needed()
        left_out = self.assert_tests(USER_ID="1000", ASKS="yes")
        self.assertIn("left out: tests with Ceres, for want of libceres-dev "
                      "(sudo asks for a password, and there is no terminal to give it at)", left_out)
        self.assertEqual(self.calls("sudo"), ["sudo -n true"])

    def test_sudo_that_asks_at_a_terminal(self):
        self.command("sudo", SUDO)
        self.have_what_is_needed()
        _, terminal = pty.openpty()
        left_out = self.assert_tests(USER_ID="1000", ASKS="yes", KNOWS="no", stdin=terminal)
        self.assertIn("left out: tests with Ceres, for want of libceres-dev (sudo refused)", left_out)
        self.assertEqual(len(self.calls("sudo -v")), 1)
        self.assertEqual(self.assert_tests(USER_ID="1000", ASKS="yes", stdin=terminal), [])

    def test_at_a_terminal_one_sees_apt_at_work(self):
        ours, its = pty.openpty()
        process = subprocess.Popen([self.tree / "dev", "test"], stdin=subprocess.DEVNULL, stdout=its, stderr=its,
                                   env=self.environment | {"REMOVE": "libc++-19-dev"})
        os.close(its)
        output = b""
        with contextlib.suppress(OSError):  # which reading ends with on Linux
            while part := os.read(ours, 10000):
                output += part
        lines = output.decode().splitlines()
        self.assertEqual(process.wait(), 0, lines)
        self.assertIn("The following packages will be REMOVED:", lines)
        self.assertIn("left out: tests of std::format, for want of libc++-19-dev libc++abi-19-dev "
                      "(apt: it would remove libc++1-14 libunwind-14 libunwind-dev)", lines)
        self.assertIn("skipped for want of a: 2 3", lines)

    def test_another_process_works_with_apt(self):
        (self.machine / "lock").write_text("\n" * 3, encoding="utf-8")
        status, lines = self.run_dev("test")
        self.assertEqual(status, 0, lines)
        waits = [line for line in lines if line.startswith("waiting")]
        self.assertEqual(waits, ["waiting for another process that installs packages "
                                 "(apt: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 7 (apt))"])
        self.assertEqual(self.calls("sleep"), ["sleep 5"] * 3)

    def test_another_process_works_with_apt_for_ever(self):
        (self.machine / "lock").write_text("\n" * 1000, encoding="utf-8")
        self.assert_stops("needed, and not to be had: libboost-dev catch2 (apt: Could not get lock /var/lib/dpkg/lock-frontend. "
                          "It is held by process 7 (apt))")
        self.assertEqual(len(self.calls("sleep")), 120)

    def test_no_apt(self):
        self.without("apt-get", "apt-cache", "dpkg-query")
        status, lines = self.run_dev("test")
        self.assertEqual(status, 0, lines)
        self.assertIn("this system has no apt; needed or useful, by their Debian names: libboost-dev catch2", lines[0])

    def test_one_compiler_alone_runs_every_test(self):
        self.assert_tests(UNKNOWN="clang-19")
        self.assertIn("-DLEIBNIZ_TEST_ALL=ON", self.calls("cmake --preset gcc")[0])
        self.assertEqual(self.calls("cmake --preset clang"), [])

    def test_two_compilers_share_the_work(self):
        self.command("clang++-19", "")
        self.command("clang++-16", "")
        self.assert_tests()
        self.assertIn("-DLEIBNIZ_TEST_ALL=OFF", self.calls("cmake --preset gcc")[0])
        self.assertEqual(len(self.calls("ctest")), 2)
        self.assertEqual(len(self.calls("cmake --preset clang-16")), 1)

    def test_everything(self):
        self.command("clang++-19", "")
        self.assert_tests("--all")
        self.assertEqual([call.split()[2] for call in self.calls("cmake --preset")], ["gcc", "clang", "sanitize"])
        self.assertTrue((self.machine / "installed/qemu-system-arm").exists())

    def test_what_was_skipped_is_said(self):
        _, lines = self.run_dev("test")
        self.assertEqual(lines[-2:], ["skipped for want of a: 2 3", "skipped for want of b c: 1"])

    def test_a_tree_that_cannot_be_written(self):
        (self.tree / "build").touch()  # for root, too
        status, lines = self.run_dev("test")
        self.assertEqual((status, len(lines)), (1, 1), lines)
        self.assertIn("LEIBNIZ_BUILD=FOLDER ./dev test", lines[0])
        self.assert_tests(LEIBNIZ_BUILD="else where")
        self.assertTrue((self.machine / "else where/step.log").exists())
        self.assertIn(f"-B {self.machine}/else where/gcc", self.calls("cmake --preset gcc")[0])


if __name__ == "__main__":
    unittest.main(verbosity=0)
