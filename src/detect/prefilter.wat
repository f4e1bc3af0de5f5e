;; The prefilter's inner loop: see prefilter.ts; prefilter-js.ts does the same in JavaScript and is its oracle.
;;
;; Takes ranges one after the other, and looks at every second byte offset of each, in three steps for a stretch at a time:
;; the four bytes there (folded to lower case) are hashed into a map of bits ($mark); of the marked places those are kept where
;; the bytes beside them are right too ($sift); there the chain of windows under the hash is walked ($walk). The first two have
;; no branches: what stands in a text is chance to a processor, and each wrong guess costs it as much as some ten places.
;;
;; For every literal that begins in the range and stands there, with all that must stand around it, two numbers are written to
;; memory[$out...): the number of the literal, and the address. How many pairs there are is written to the four bytes before
;; $out. The data is memory[$start, $end).
;;
;; A range is three numbers: the addresses from and before which literals begin, and the one to look at first. Returns the
;; address of the range at which it stopped: $last, or an earlier one when $room pairs were written; that range then says
;; where to go on.
;;
;; The loops are written out, since engines do not inline calls here.
(module
  (import "env" "memory" (memory 1))
  (global $map (mut i32) (i32.const 0))
  (global $beside (mut i32) (i32.const 0))
  (global $head (mut i32) (i32.const 0))
  (global $entries (mut i32) (i32.const 0))
  (global $guards (mut i32) (i32.const 0))
  (global $classes (mut i32) (i32.const 0))
  (global $pool (mut i32) (i32.const 0))
  (global $starts (mut i32) (i32.const 0))
  (global $folds (mut i32) (i32.const 0))
  (global $places (mut i32) (i32.const 0))
  (global $out (mut i32) (i32.const 0))
  (global $room (mut i32) (i32.const 0))
  (global $start (mut i32) (i32.const 0))
  (global $end (mut i32) (i32.const 0))
  ;; The range at hand.
  (global $low (mut i32) (i32.const 0))
  (global $high (mut i32) (i32.const 0))

  (func (export "setup")
    (param $map i32) (param $beside i32) (param $head i32) (param $entries i32) (param $guards i32) (param $classes i32) (param $pool i32) (param $starts i32) (param $folds i32) (param $places i32) (param $out i32) (param $room i32)
    (global.set $map (local.get $map))
    (global.set $beside (local.get $beside))
    (global.set $head (local.get $head))
    (global.set $entries (local.get $entries))
    (global.set $guards (local.get $guards))
    (global.set $classes (local.get $classes))
    (global.set $pool (local.get $pool))
    (global.set $starts (local.get $starts))
    (global.set $folds (local.get $folds))
    (global.set $places (local.get $places))
    (global.set $out (local.get $out))
    (global.set $room (local.get $room)))

  ;; Whether the byte at $at is of a class.
  (func $is (param $at i32) (param $class i32) (result i32)
    (i32.and
      (i32.shr_u
        (i32.load8_u
          (i32.add
            (i32.add (global.get $classes) (i32.shl (local.get $class) (i32.const 5)))
            (i32.shr_u (i32.load8_u (local.get $at)) (i32.const 3))))
        (i32.and (i32.load8_u (local.get $at)) (i32.const 7)))
      (i32.const 1)))

  ;; Whether the data holds a byte at $at - $distance, which is $byte.
  (func $before (param $at i32) (param $distance i32) (param $byte i32) (result i32)
    (local.set $at (i32.sub (local.get $at) (local.get $distance)))
    (i32.and
      (i32.ge_s (local.get $at) (global.get $start))
      (i32.eq (i32.load8_u (local.get $at)) (local.get $byte))))

  ;; Whether what a guard demands stands around the literal at $at: guardHolds of prefilter.ts.
  (func $holds (param $guard i32) (param $at i32) (result i32)
    (local $tail i32) (local $stop i32) (local $class i32) (local $piece i32)
    (local.set $tail (i32.add (local.get $at) (i32.shr_u (local.get $guard) (i32.const 23))))
    (local.set $stop (i32.add (local.get $tail) (i32.and (local.get $guard) (i32.const 63))))
    (local.set $piece (i32.add (local.get $tail) (i32.const 5)))
    (local.set $class (i32.and (i32.shr_u (local.get $guard) (i32.const 6)) (i32.const 1023)))
    (block $all
      (loop $bytes
        (br_if $all (i32.ge_s (local.get $tail) (local.get $stop)))
        (if (i32.ge_s (local.get $tail) (global.get $end)) (then (return (i32.const 0))))
        (if (i32.eqz (call $is (local.get $tail) (local.get $class)))
          (then
            ;; Behind a first piece may stand what leads to the next one.
            (br_if $all
              (i32.and (i32.ge_s (local.get $tail) (local.get $piece)) (call $is (local.get $tail) (i32.const 1))))
            (return (i32.const 0))))
        (local.set $tail (i32.add (local.get $tail) (i32.const 1)))
        (br $bytes)))
    ;; Where the word begins, when that matters.
    (local.set $tail (i32.and (i32.shr_u (local.get $guard) (i32.const 16)) (i32.const 127)))
    (if (i32.eqz (local.get $tail)) (then (return (i32.const 1))))
    (local.set $at (i32.sub (local.get $at) (i32.sub (local.get $tail) (i32.const 1))))
    (if (i32.le_s (local.get $at) (global.get $start)) (then (return (i32.const 1))))
    (if (i32.eqz (call $is (i32.sub (local.get $at) (i32.const 1)) (i32.const 0))) (then (return (i32.const 1))))
    (i32.or
      (i32.or (call $before (local.get $at) (i32.const 1) (i32.const 0x6d)) (call $before (local.get $at) (i32.const 2) (i32.const 0x5c)))
      (i32.or
        (call $before (local.get $at) (i32.const 3) (i32.const 0x25))
        (i32.or (call $before (local.get $at) (i32.const 4) (i32.const 0x5c)) (call $before (local.get $at) (i32.const 6) (i32.const 0x5c))))))

  ;; Whether a literal stands at $at, within the range and the data: byte by byte, where it folds with letters in either case.
  (func $stands (param $literal i32) (param $at i32) (result i32)
    (local $place i32) (local $last i32) (local $fold i32) (local $byte i32)
    (local.set $place (i32.add (global.get $starts) (i32.shl (local.get $literal) (i32.const 2))))
    (local.set $last (i32.add (global.get $pool) (i32.load offset=4 (local.get $place))))
    (local.set $place (i32.add (global.get $pool) (i32.load (local.get $place))))
    (if
      (i32.or
        (i32.or
          (i32.lt_s (local.get $at) (global.get $low))
          (i32.ge_s (local.get $at) (global.get $high)))
        (i32.or
          (i32.lt_s (local.get $at) (global.get $start))
          (i32.gt_s (i32.add (local.get $at) (i32.sub (local.get $last) (local.get $place))) (global.get $end))))
      (then (return (i32.const 0))))
    (local.set $fold (i32.load8_u (i32.add (global.get $folds) (local.get $literal))))
    (loop $bytes
      (local.set $byte (i32.load8_u (local.get $at)))
      (if (i32.ne (local.get $byte) (i32.load8_u (local.get $place)))
        (then
          (if
            (i32.or
              (i32.or
                (i32.eqz (local.get $fold))
                (i32.gt_u (i32.sub (local.get $byte) (i32.const 65)) (i32.const 25)))
              (i32.ne (i32.add (local.get $byte) (i32.const 32)) (i32.load8_u (local.get $place))))
            (then (return (i32.const 0))))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br_if $bytes (i32.lt_u (local.tee $place (i32.add (local.get $place) (i32.const 1))) (local.get $last))))
    (i32.const 1))

  ;; Writes the pairs for one position; $next is where the next pair goes, and the new one is returned.
  (func $walk
    (param $at i32) (param $word i32) (param $hash i32) (param $next i32) (result i32)
    (local $entry i32) (local $place i32) (local $far i32) (local $literal i32) (local $guard i32) (local $begin i32)
    (local.set $entry
      (i32.load (i32.add (global.get $head) (i32.shl (i32.shr_u (local.get $hash) (i32.const 17)) (i32.const 2)))))
    (block $done
      (br_if $done (i32.eqz (local.get $entry)))
      (local.set $place (i32.add (global.get $entries) (i32.mul (i32.sub (local.get $entry) (i32.const 1)) (i32.const 12))))
      (loop $chain
        (if (i32.eq (i32.load (local.get $place)) (local.get $word))
          (then
            (local.set $far (i32.load offset=8 (local.get $place)))
            (local.set $begin (i32.sub (local.get $at) (i32.and (i32.shr_u (local.get $far) (i32.const 6)) (i32.const 63))))
            (if
              (i32.or
                ;; A literal of three bytes has no far end.
                (i32.eqz (i32.and (local.get $far) (i32.const 63)))
                (i32.eq
                  (i32.load offset=4 (local.get $place))
                  (i32.or
                    (i32.load align=1 (i32.add (local.get $begin) (i32.and (local.get $far) (i32.const 63))))
                    (i32.const 0x20202020))))
              (then
                ;; The highest bit only marks the last entry.
                (local.set $literal (i32.and (i32.shr_u (local.get $far) (i32.const 12)) (i32.const 0x7ffff)))
                (local.set $begin (i32.add (local.get $begin) (i32.const 1)))
                (local.set $guard (i32.load (i32.add (global.get $guards) (i32.shl (local.get $literal) (i32.const 2)))))
                (if
                  (if (result i32) (local.get $guard)
                    (then (call $holds (local.get $guard) (local.get $begin)))
                    (else (i32.const 1)))
                  (then
                    (if (call $stands (local.get $literal) (local.get $begin))
                      (then
                        (i32.store (local.get $next) (local.get $literal))
                        (i32.store offset=4 (local.get $next) (local.get $begin))
                        (local.set $next (i32.add (local.get $next) (i32.const 8)))))))))))
        (br_if $done (i32.lt_s (i32.load offset=8 (local.get $place)) (i32.const 0)))
        (local.set $place (i32.add (local.get $place) (i32.const 12)))
        (br $chain)))
    (local.get $next))

  ;; Writes where in memory[$from, $to) windows are marked to $places, and returns where the list ends. It has no branch but the
  ;; loop's: each place is written, and counts only if it is marked.
  (func $mark (param $from i32) (param $to i32) (param $places i32) (result i32)
    (local $map i32) (local $hash i32)
    (local.set $map (global.get $map))
    (loop $positions
      (local.set $hash
        (i32.mul (i32.or (i32.load align=1 (local.get $from)) (i32.const 0x20202020)) (i32.const 0x9e3779b1)))
      (i32.store (local.get $places) (local.get $from))
      (local.set $places
        (i32.add
          (local.get $places)
          (i32.and
            (i32.shl
              (i32.shr_u
                (i32.load (i32.add (local.get $map) (i32.and (i32.shr_u (local.get $hash) (i32.const 14)) (i32.const -4))))
                (i32.shr_u (local.get $hash) (i32.const 11)))
              (i32.const 2))
            (i32.const 4))))
      (local.set $hash
        (i32.mul (i32.or (i32.load offset=2 align=1 (local.get $from)) (i32.const 0x20202020)) (i32.const 0x9e3779b1)))
      (i32.store (local.get $places) (i32.add (local.get $from) (i32.const 2)))
      (local.set $places
        (i32.add
          (local.get $places)
          (i32.and
            (i32.shl
              (i32.shr_u
                (i32.load (i32.add (local.get $map) (i32.and (i32.shr_u (local.get $hash) (i32.const 14)) (i32.const -4))))
                (i32.shr_u (local.get $hash) (i32.const 11)))
              (i32.const 2))
            (i32.const 4))))
      (local.set $hash
        (i32.mul (i32.or (i32.load offset=4 align=1 (local.get $from)) (i32.const 0x20202020)) (i32.const 0x9e3779b1)))
      (i32.store (local.get $places) (i32.add (local.get $from) (i32.const 4)))
      (local.set $places
        (i32.add
          (local.get $places)
          (i32.and
            (i32.shl
              (i32.shr_u
                (i32.load (i32.add (local.get $map) (i32.and (i32.shr_u (local.get $hash) (i32.const 14)) (i32.const -4))))
                (i32.shr_u (local.get $hash) (i32.const 11)))
              (i32.const 2))
            (i32.const 4))))
      (local.set $hash
        (i32.mul (i32.or (i32.load offset=6 align=1 (local.get $from)) (i32.const 0x20202020)) (i32.const 0x9e3779b1)))
      (i32.store (local.get $places) (i32.add (local.get $from) (i32.const 6)))
      (local.set $places
        (i32.add
          (local.get $places)
          (i32.and
            (i32.shl
              (i32.shr_u
                (i32.load (i32.add (local.get $map) (i32.and (i32.shr_u (local.get $hash) (i32.const 14)) (i32.const -4))))
                (i32.shr_u (local.get $hash) (i32.const 11)))
              (i32.const 2))
            (i32.const 4))))

      (br_if $positions (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 8))) (local.get $to))))
    (local.get $places))

  ;; Keeps of the places from $place to $last those where the bytes beside the window are right too: besideHash of
  ;; prefilter.ts. Returns where the list ends then. Like $mark it has no branch.
  (func $sift (param $place i32) (param $last i32) (result i32)
    (local $beside i32) (local $kept i32) (local $at i32) (local $left i32) (local $right i32)
    (local $base i32) (local $hash i32) (local $bits i32)
    (local.set $beside (global.get $beside))
    (local.set $kept (local.get $place))
    (loop $places
      (local.set $at (i32.load (local.get $place)))
      (local.set $left (i32.or (i32.load16_u align=1 (i32.sub (local.get $at) (i32.const 2))) (i32.const 0x2020)))
      (local.set $right (i32.or (i32.load16_u offset=4 align=1 (local.get $at)) (i32.const 0x2020)))
      (local.set $base (i32.mul (i32.or (i32.load align=1 (local.get $at)) (i32.const 0x20202020)) (i32.const 0x9e3779b1)))
      ;; Nothing beside it is fixed.
      (local.set $hash (local.get $base))
      (local.set $bits
        (i32.shr_u
          (i32.load (i32.add (local.get $beside) (i32.and (i32.shr_u (local.get $hash) (i32.const 14)) (i32.const -4))))
          (i32.shr_u (local.get $hash) (i32.const 11))))
      ;; Two bytes behind.
      (local.set $hash
        (i32.add
          (local.get $base)
          (i32.mul
            (i32.or (local.get $right) (i32.const 0x10000))
            (i32.const 0x85ebca6b))))
      (local.set $bits
        (i32.or
          (local.get $bits)
          (i32.shr_u
            (i32.load (i32.add (local.get $beside) (i32.and (i32.shr_u (local.get $hash) (i32.const 14)) (i32.const -4))))
            (i32.shr_u (local.get $hash) (i32.const 11)))))
      ;; Two bytes before.
      (local.set $hash
        (i32.add
          (local.get $base)
          (i32.mul
            (i32.or (local.get $left) (i32.const 0x20000))
            (i32.const 0x85ebca6b))))
      (local.set $bits
        (i32.or
          (local.get $bits)
          (i32.shr_u
            (i32.load (i32.add (local.get $beside) (i32.and (i32.shr_u (local.get $hash) (i32.const 14)) (i32.const -4))))
            (i32.shr_u (local.get $hash) (i32.const 11)))))
      ;; One on either side.
      (local.set $hash
        (i32.add
          (local.get $base)
          (i32.mul
            (i32.or
              (i32.or (i32.and (local.get $right) (i32.const 0xff)) (i32.and (local.get $left) (i32.const 0xff00)))
              (i32.const 0x30000))
            (i32.const 0x85ebca6b))))
      (local.set $bits
        (i32.or
          (local.get $bits)
          (i32.shr_u
            (i32.load (i32.add (local.get $beside) (i32.and (i32.shr_u (local.get $hash) (i32.const 14)) (i32.const -4))))
            (i32.shr_u (local.get $hash) (i32.const 11)))))
      ;; One behind.
      (local.set $hash
        (i32.add
          (local.get $base)
          (i32.mul
            (i32.or (i32.and (local.get $right) (i32.const 0xff)) (i32.const 0x40000))
            (i32.const 0x85ebca6b))))
      (local.set $bits
        (i32.or
          (local.get $bits)
          (i32.shr_u
            (i32.load (i32.add (local.get $beside) (i32.and (i32.shr_u (local.get $hash) (i32.const 14)) (i32.const -4))))
            (i32.shr_u (local.get $hash) (i32.const 11)))))
      ;; One before.
      (local.set $hash
        (i32.add
          (local.get $base)
          (i32.mul
            (i32.or (i32.and (local.get $left) (i32.const 0xff00)) (i32.const 0x50000))
            (i32.const 0x85ebca6b))))
      (local.set $bits
        (i32.or
          (local.get $bits)
          (i32.shr_u
            (i32.load (i32.add (local.get $beside) (i32.and (i32.shr_u (local.get $hash) (i32.const 14)) (i32.const -4))))
            (i32.shr_u (local.get $hash) (i32.const 11)))))
      (i32.store (local.get $kept) (local.get $at))
      (local.set $kept (i32.add (local.get $kept) (i32.shl (i32.and (local.get $bits) (i32.const 1)) (i32.const 2))))
      (local.set $place (i32.add (local.get $place) (i32.const 4)))
      (br_if $places (i32.lt_u (local.get $place) (local.get $last))))
    (local.get $kept))

  (func (export "seek") (param $range i32) (param $last i32) (param $start i32) (param $end i32) (result i32)
    (local $from i32) (local $to i32) (local $stop i32) (local $place i32) (local $marked i32) (local $at i32) (local $word i32)
    (local $next i32) (local $full i32)
    (global.set $start (local.get $start))
    (global.set $end (local.get $end))
    (local.set $next (global.get $out))
    (local.set $full (i32.add (global.get $out) (i32.shl (global.get $room) (i32.const 3))))
    (block $end
      (loop $ranges
        (br_if $end (i32.ge_u (local.get $range) (local.get $last)))
        (global.set $low (i32.load (local.get $range)))
        (global.set $high (i32.load offset=4 (local.get $range)))
        (local.set $from (i32.load offset=8 (local.get $range)))
        ;; A window begins at most a literal's length behind the literal's beginning.
        (local.set $to (i32.add (global.get $high) (i32.const 32)))
        (if (i32.gt_u (local.get $to) (local.get $end)) (then (local.set $to (local.get $end))))
        (block $range
          (loop $stretches
            (br_if $range (i32.ge_u (local.get $from) (local.get $to)))
            (local.set $stop (i32.add (local.get $from) (i32.const 16384)))
            (if (i32.gt_u (local.get $stop) (local.get $to)) (then (local.set $stop (local.get $to))))
            (local.set $place (global.get $places))
            (local.set $marked (call $mark (local.get $from) (local.get $stop) (local.get $place)))
            (if (i32.lt_u (local.get $place) (local.get $marked))
              (then (local.set $marked (call $sift (local.get $place) (local.get $marked)))))
            (block $stretch
              (loop $each
                (br_if $stretch (i32.ge_u (local.get $place) (local.get $marked)))
                (local.set $at (i32.load (local.get $place)))
                (local.set $word (i32.or (i32.load align=1 (local.get $at)) (i32.const 0x20202020)))
                (local.set $next
                  (call $walk (local.get $at) (local.get $word) (i32.mul (local.get $word) (i32.const 0x9e3779b1)) (local.get $next)))
                (local.set $place (i32.add (local.get $place) (i32.const 4)))
                (br_if $each (i32.lt_u (local.get $next) (local.get $full)))
                ;; The room is full: go on behind this place.
                (i32.store offset=8 (local.get $range) (i32.add (local.get $at) (i32.const 2)))
                (br $end)))
            (local.set $from (local.get $stop))
            (br $stretches)))
        (local.set $range (i32.add (local.get $range) (i32.const 12)))
        (br $ranges)))
    (i32.store
      (i32.sub (global.get $out) (i32.const 4))
      (i32.shr_u (i32.sub (local.get $next) (global.get $out)) (i32.const 3)))
    (local.get $range))
)
