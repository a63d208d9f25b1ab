//! The interpreter: runs a program against a scope.
//!
//! Output goes straight into the caller's buffer. Everything that can repeat (operations, turns, nested calls,
//! string bytes) counts against the budget here, in [`Renderer::step`], [`Renderer::enter`] and
//! [`Renderer::new_string`]; the recursion of Rust's own stack is bounded by the same depth.

use std::cell::Cell;
use std::cmp::Ordering;
use std::rc::Rc;

use super::program::{Compare, Expr, Op, Program, Reference, slot};
use super::special::{ContextPath, Kind, Loop};
use super::{Special, Template};
use crate::error::RenderError;
use crate::json::parse_json;
use crate::limits::{Budget, RANGE_ELEMENTS_MAX};
use crate::scope::{Overrides, Rendered, Scope};
use crate::value::{InsertError, Key, List, ListKind, Map, MapData, PrintError, Text, Value, print_java};

/// How a program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    Break,
    Next,
    Stop,
}

pub(super) type Outcome<T> = Result<T, RenderError>;

#[derive(Debug)]
pub(super) struct Renderer<'r, 'a> {
    programs: &'a [Program],
    pub(super) scope: &'a Scope<'a>,
    pub(super) budget: &'r Budget,
    slots: Vec<Value<'a>>,
    body: Option<Value<'a>>,
    pub(super) overrides: Overrides,
    pub(super) steps: u64,
    string_bytes: usize,
    depth: u32,
    /// Bytes that were in the caller's buffer before.
    out_from: usize,
    pub(super) patterns: Vec<(String, crate::javaregex::JavaRegex)>,
    /// Whether any program mentions `$foreach`; the objects are only made then.
    wants_foreach: bool,
    /// Set while `#break` or `#stop` leaves a string.
    unwinding: Option<Flow>,
}

pub(super) fn render(
    template: &Template,
    scope: &Scope<'_>,
    budget: &Budget,
    out: &mut String,
) -> Outcome<Rendered> {
    let Some(main) = template.programs.last() else { return Ok(Rendered::default()) };
    let mut slots = vec![Value::Null; template.slots];
    let context = ContextPath { source: scope, path: Rc::default() };
    let predefined = [
        (slot::INPUT, Kind::Input),
        (slot::CONTEXT, Kind::Context(context)),
        (slot::STAGE_VARIABLES, Kind::Names(scope.stage_variables)),
        (slot::UTIL, Kind::Util),
    ];
    for (slot, kind) in predefined {
        if let Some(value) = slots.get_mut(slot) {
            *value = kind.into();
        }
    }
    let mut renderer = Renderer {
        programs: &template.programs,
        scope,
        budget,
        slots,
        body: None,
        overrides: Overrides::default(),
        steps: 0,
        string_bytes: 0,
        depth: 0,
        out_from: out.len(),
        patterns: Vec::new(),
        wants_foreach: template.mentions_foreach,
        unwinding: None,
    };
    renderer.run(main, 0..main.ops.len(), out)?;
    Ok(Rendered { overrides: renderer.overrides, steps: renderer.steps })
}

impl<'a> Renderer<'_, 'a> {
    /// Counts work.
    pub(super) fn step(&mut self, count: u64) -> Outcome<()> {
        self.steps = self.steps.saturating_add(count);
        if self.steps > self.budget.steps_max { Err(RenderError::Limit("steps")) } else { Ok(()) }
    }

    fn enter(&mut self) -> Outcome<()> {
        self.depth += 1;
        if self.depth > self.budget.depth_max { Err(RenderError::Limit("nesting")) } else { Ok(()) }
    }

    fn leave(&mut self) {
        self.depth -= 1;
    }

    /// A string made by the template, counted.
    pub(super) fn new_string(&mut self, text: String) -> Outcome<Value<'a>> {
        self.charge(text.len())?;
        Ok(Value::Text(Text::from(text)))
    }

    /// Counts bytes of strings.
    pub(super) fn charge(&mut self, bytes: usize) -> Outcome<()> {
        self.step(u64::try_from(bytes / 64).unwrap_or(u64::MAX))?;
        self.string_bytes = self.string_bytes.saturating_add(bytes);
        if self.string_bytes > self.budget.string_bytes_max {
            return Err(RenderError::Limit("string bytes"));
        }
        Ok(())
    }

    /// The most bytes a string made now may have.
    pub(super) fn string_room(&self) -> usize {
        self.budget.string_bytes_max.saturating_sub(self.string_bytes)
    }

    fn output_max(&self) -> usize {
        self.out_from.saturating_add(self.budget.output_bytes_max)
    }

    fn check_output(&self, out: &str) -> Outcome<()> {
        if out.len() > self.output_max() { Err(RenderError::Limit("output bytes")) } else { Ok(()) }
    }

    /// The parsed body; read when first asked for.
    pub(super) fn body(&mut self) -> Outcome<Value<'a>> {
        if let Some(body) = &self.body {
            return Ok(body.clone());
        }
        let text = if self.scope.body.is_empty() { "{}" } else { self.scope.body };
        let body = parse_json(text).map_err(RenderError::Body)?;
        self.body = Some(body.clone());
        Ok(body)
    }

    pub(super) fn slot(&self, slot: usize) -> Value<'a> {
        self.slots.get(slot).cloned().unwrap_or_default()
    }

    pub(super) fn slot_ref(&self, slot: usize) -> Option<&Value<'a>> {
        self.slots.get(slot)
    }

    pub(super) fn set_slot(&mut self, slot: usize, value: Value<'a>) -> Value<'a> {
        self.slots.get_mut(slot).map(|place| std::mem::replace(place, value)).unwrap_or_default()
    }

    fn run(
        &mut self,
        program: &'a Program,
        range: std::ops::Range<usize>,
        out: &mut String,
    ) -> Outcome<Flow> {
        self.enter()?;
        let mut at = range.start;
        let mut flow = Flow::Next;
        while at < range.end && flow == Flow::Next {
            let Some(op) = program.ops.get(at) else { break };
            self.step(1)?;
            let depth = self.depth;
            match self.operation(program, op, at + 1, out) {
                Ok((next, after)) => (at, flow) = (next, after),
                Err(error) => {
                    flow = self.unwinding.take().ok_or(error)?;
                    self.depth = depth;
                }
            }
        }
        self.leave();
        Ok(flow)
    }

    /// One operation: where to go on, and how.
    fn operation(
        &mut self,
        program: &'a Program,
        op: &'a Op,
        next: usize,
        out: &mut String,
    ) -> Outcome<(usize, Flow)> {
        let mut at = next;
        let mut flow = Flow::Next;
        match op {
            Op::Text(text) => {
                out.push_str(text);
                self.check_output(out)?;
            }
            Op::Reference(reference) => flow = self.print_reference(reference, out)?,
            Op::Escaped { reference, prefix, literal } => {
                out.push_str(prefix);
                if self.reference(reference)?.is_null() {
                    out.push('\\');
                }
                out.push_str(literal);
                self.check_output(out)?;
            }
            Op::Set(target, value) => {
                let value = self.expression(value)?;
                self.assign(target, value)?;
            }
            Op::JumpUnless(condition, target) => {
                if !self.holds(condition)? {
                    at = *target;
                }
            }
            Op::Jump(target) => at = *target,
            Op::Foreach { variable, list, end } => {
                flow = self.foreach(program, *variable, list.as_ref(), at..*end, out)?;
                at = *end;
            }
            Op::Define(variable, block) => {
                self.set_slot(*variable, Kind::Block(*block).into());
            }
            Op::Break => flow = Flow::Break,
            Op::Stop => flow = Flow::Stop,
        }
        Ok((at, flow))
    }

    /// A program of its own: an interpolated string or a block.
    fn run_program(&mut self, number: usize, out: &mut String) -> Outcome<Flow> {
        let programs = self.programs;
        match programs.get(number) {
            Some(program) => self.run(program, 0..program.ops.len(), out),
            None => Ok(Flow::Next),
        }
    }

    fn print_reference(&mut self, reference: &'a Reference, out: &mut String) -> Outcome<Flow> {
        if self.print_input_json(reference, out)? {
            self.check_output(out)?;
            return Ok(Flow::Next);
        }
        let value = self.reference(reference)?;
        let flow = self.print(&value, out)?;
        self.check_output(out)?;
        Ok(flow)
    }

    /// Appends what a value prints as; null as nothing, a block as what it renders now.
    pub(super) fn print(&mut self, value: &Value<'a>, out: &mut String) -> Outcome<Flow> {
        match value {
            Value::Null => {}
            Value::Text(text) => out.push_str(text.as_str()),
            Value::Special(Special(Kind::Block(number))) => {
                // `#break` leaves the block only.
                let flow = self.run_program(*number, out)?;
                return Ok(if flow == Flow::Stop { Flow::Stop } else { Flow::Next });
            }
            other => {
                let before = out.len();
                print_java(other, out, self.output_max()).map_err(print_failure)?;
                self.step(u64::try_from((out.len() - before) / 16).unwrap_or(u64::MAX))?;
            }
        }
        Ok(Flow::Next)
    }

    /// What a value prints as, as a string of its own.
    pub(super) fn printed(&mut self, value: &Value<'a>) -> Outcome<Text<'a>> {
        if let Value::Text(text) = value {
            return Ok(text.clone());
        }
        let mut out = String::new();
        let outer = std::mem::replace(&mut self.out_from, 0);
        let flow = self.print(value, &mut out);
        self.out_from = outer;
        self.unwind(flow?)?;
        self.charge(out.len())?;
        Ok(Text::from(out))
    }

    fn foreach(
        &mut self,
        program: &'a Program,
        variable: usize,
        list: Option<&'a Expr>,
        body: std::ops::Range<usize>,
        out: &mut String,
    ) -> Outcome<Flow> {
        let Some(list) = list else { return Ok(Flow::Next) };
        let list = self.expression(list)?;
        let Some(elements) = self.elements(&list)? else { return Ok(Flow::Next) };
        if elements.len() > usize::try_from(self.budget.foreach_turns_max).unwrap_or(usize::MAX) {
            return Err(RenderError::Limit("turns of a #foreach"));
        }
        let length = elements.len();
        let counters = [slot::FOREACH, slot::VELOCITY_COUNT, slot::VELOCITY_HAS_NEXT];
        let outer = counters.map(|counter| self.slot(counter));
        let outer_variable = self.slot(variable);
        let state = self.wants_foreach.then(|| {
            let parent = self.slot(slot::FOREACH);
            Rc::new(Loop { index: Cell::new(0), length, parent })
        });
        let mut flow = Flow::Next;
        for (index, element) in elements.into_iter().enumerate() {
            self.step(1)?;
            self.set_slot(variable, element);
            self.set_slot(slot::VELOCITY_COUNT, Value::size(index + 1));
            self.set_slot(slot::VELOCITY_HAS_NEXT, Value::Bool(index + 1 < length));
            if let Some(state) = &state {
                state.index.set(index);
                self.set_slot(slot::FOREACH, Kind::Foreach(state.clone()).into());
            }
            flow = self.run(program, body.clone(), out)?;
            if flow != Flow::Next {
                break;
            }
        }
        for (counter, value) in counters.into_iter().zip(outer) {
            self.set_slot(counter, value);
        }
        self.set_slot(variable, outer_variable);
        Ok(if flow == Flow::Stop { Flow::Stop } else { Flow::Next })
    }

    /// Whether an expression is true where a condition is asked for: literals and sums never are.
    fn holds(&mut self, condition: &'a Expr) -> Outcome<bool> {
        Ok(match condition {
            Expr::Reference(reference) => is_true(&or_empty(self.reference(reference)?)),
            Expr::And(_) | Expr::Bool(_) | Expr::Compare(..) | Expr::Not(_) | Expr::Or(_) => {
                is_true(&self.expression(condition)?)
            }
            _ => {
                self.expression(condition)?;
                false
            }
        })
    }

    /// The value of an expression; null only from arithmetic that has no result.
    pub(super) fn expression(&mut self, expr: &'a Expr) -> Outcome<Value<'a>> {
        Ok(match expr {
            Expr::Reference(reference) => or_empty(self.reference(reference)?),
            Expr::Text(text) => Value::text(text),
            Expr::Number(number) => Value::Number(number.clone()),
            Expr::Bool(truth) => Value::Bool(*truth),
            nested => {
                self.step(1)?;
                self.enter()?;
                let value = self.nested_expression(nested)?;
                self.leave();
                value
            }
        })
    }

    fn nested_expression(&mut self, expr: &'a Expr) -> Outcome<Value<'a>> {
        Ok(match expr {
            Expr::Interpolated(number) => {
                let mut out = String::new();
                let outer = std::mem::replace(&mut self.out_from, 0);
                let flow = self.run_program(*number, &mut out)?;
                self.out_from = outer;
                self.unwind(flow)?;
                self.new_string(out)?
            }
            Expr::List(elements) => {
                let values: Outcome<Vec<_>> = elements.iter().map(|each| self.expression(each)).collect();
                let values = values?;
                for value in &values {
                    self.check_insert(value, &|_| false)?;
                }
                Value::List(List::new(ListKind::Java, values))
            }
            Expr::Map(members) => {
                let mut data = MapData::with_capacity(members.len());
                for (key, value) in members {
                    let key = self.expression(key)?;
                    let value = self.expression(value)?;
                    self.check_insert(&value, &|_| false)?;
                    data.put(Key::from_value(&key), value);
                }
                Value::Map(Map::new(data))
            }
            Expr::Range(bounds) => {
                let from = self.expression(&bounds.0)?;
                let to = self.expression(&bounds.1)?;
                self.range(&from, &to)?
            }
            Expr::Not(inner) => Value::Bool(!self.holds(inner)?),
            Expr::And(both) => Value::Bool(self.operand_holds(&both.0)? && self.operand_holds(&both.1)?),
            Expr::Or(both) => Value::Bool(self.operand_holds(&both.0)? || self.operand_holds(&both.1)?),
            Expr::Compare(compare, both) => {
                let left = self.expression(&both.0)?;
                let right = self.expression(&both.1)?;
                Value::Bool(self.compare(*compare, &left, &right)?)
            }
            Expr::Arithmetic(operation, both) => {
                let left = self.expression(&both.0)?;
                let right = self.expression(&both.1)?;
                self.arithmetic(*operation, &left, &right)?
            }
            simple => self.expression(simple)?,
        })
    }

    /// `#break` and `#stop` inside a string leave whatever the string is in. They travel as an error that
    /// [`Renderer::run`] takes back.
    fn unwind(&mut self, flow: Flow) -> Outcome<()> {
        if flow == Flow::Next {
            return Ok(());
        }
        self.unwinding = Some(flow);
        Err(RenderError::Limit("unwinding"))
    }

    fn operand_holds(&mut self, operand: &'a Expr) -> Outcome<bool> {
        self.holds(operand)
    }

    fn range(&mut self, from: &Value<'a>, to: &Value<'a>) -> Outcome<Value<'a>> {
        let bound = |value: &Value<'a>| match value {
            Value::Number(number) => number.as_i64(),
            _ => None,
        };
        let (Some(from), Some(to)) = (bound(from), bound(to)) else { return Ok(Value::Null) };
        if from.abs_diff(to) >= RANGE_ELEMENTS_MAX {
            return Err(RenderError::Limit("elements of a range"));
        }
        self.step(from.abs_diff(to))?;
        let elements: Vec<_> = if from <= to {
            (from..=to).map(Value::integer).collect()
        } else {
            (to..=from).rev().map(Value::integer).collect()
        };
        Ok(Value::List(List::new(ListKind::Java, elements)))
    }

    fn compare(&mut self, compare: Compare, left: &Value<'a>, right: &Value<'a>) -> Outcome<bool> {
        let order = match (left, right) {
            (Value::Number(left), Value::Number(right)) => left.compare(right),
            _ => None,
        };
        Ok(match compare {
            Compare::Equal => self.loosely_equal(left, right)?,
            Compare::NotEqual => !self.loosely_equal(left, right)?,
            Compare::Less => order == Some(Ordering::Less),
            Compare::LessOrEqual => order.is_some_and(Ordering::is_le),
            Compare::Greater => order == Some(Ordering::Greater),
            Compare::GreaterOrEqual => order.is_some_and(Ordering::is_ge),
        })
    }

    /// `==`: numbers by value, one class by `equals`, others by what they print as.
    fn loosely_equal(&mut self, left: &Value<'a>, right: &Value<'a>) -> Outcome<bool> {
        match (left, right) {
            (Value::Null, _) | (_, Value::Null) => Ok(left.is_null() && right.is_null()),
            (Value::Number(left), Value::Number(right)) => Ok(left.compare(right) == Some(Ordering::Equal)),
            (Value::Text(left), Value::Text(right)) => Ok(left == right),
            (Value::List(_), Value::List(_)) | (Value::Map(_), Value::Map(_)) => self.equals(left, right),
            _ => Ok(self.printed(left)? == self.printed(right)?),
        }
    }

    /// Java's `equals`: class and content.
    pub(super) fn equals(&mut self, left: &Value<'a>, right: &Value<'a>) -> Outcome<bool> {
        self.step(1)?;
        self.enter()?;
        let equal = match (left, right) {
            (Value::Null, Value::Null) => true,
            (Value::Bool(left), Value::Bool(right)) => left == right,
            (Value::Text(left), Value::Text(right)) => left == right,
            (Value::Number(left), Value::Number(right)) => {
                left.same_class(right) && left.compare(right) == Some(Ordering::Equal)
            }
            (Value::List(left), Value::List(right)) => left.same(right) || self.lists_equal(left, right)?,
            (Value::Map(left), Value::Map(right)) => left.same(right) || self.maps_equal(left, right)?,
            _ => false,
        };
        self.leave();
        Ok(equal)
    }

    fn lists_equal(&mut self, left: &List<'a>, right: &List<'a>) -> Outcome<bool> {
        if left.len() != right.len() {
            return Ok(false);
        }
        for (left, right) in left.to_vec().iter().zip(right.to_vec().iter()) {
            if !self.equals(left, right)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn maps_equal(&mut self, left: &Map<'a>, right: &Map<'a>) -> Outcome<bool> {
        if left.len() != right.len() {
            return Ok(false);
        }
        for (key, value) in left.with(|data| data.entries().to_vec()) {
            let other = right.with(|data| data.get(&key).cloned());
            match other {
                Some(other) if self.equals(&value, &other)? => {}
                _ => return Ok(false),
            }
        }
        Ok(true)
    }

    fn arithmetic(
        &mut self,
        operation: crate::value::Arithmetic,
        left: &Value<'a>,
        right: &Value<'a>,
    ) -> Outcome<Value<'a>> {
        use crate::value::Arithmetic::Add;
        Ok(match (left, right) {
            (Value::Null, _) | (_, Value::Null) => Value::Null,
            (Value::Number(left), Value::Number(right)) => {
                left.calculate(operation, right).map_or(Value::Null, Value::Number)
            }
            (Value::Text(_), _) | (_, Value::Text(_)) if operation == Add => {
                let (left, right) = (self.printed(left)?, self.printed(right)?);
                self.charge(left.as_str().len() + right.as_str().len())?;
                Value::Text(Text::from(format!("{}{}", left.as_str(), right.as_str())))
            }
            _ => Value::Null,
        })
    }

    /// Whether `value` may go into a container that `holds` recognises.
    pub(super) fn check_insert(
        &mut self,
        value: &Value<'a>,
        holds: &dyn Fn(&Value<'a>) -> bool,
    ) -> Outcome<()> {
        if !matches!(value, Value::List(_) | Value::Map(_) | Value::Special(_)) {
            return Ok(());
        }
        match value.check_insert(holds, &mut self.steps) {
            Ok(()) => self.step(0),
            Err(InsertError::Deep) => Err(RenderError::Limit("nesting of values")),
            Err(InsertError::Cycle) => Err(RenderError::Limit("nesting: a value would contain itself")),
        }
    }
}

pub(super) fn print_failure(error: PrintError) -> RenderError {
    RenderError::Limit(match error {
        PrintError::Deep => "nesting of values",
        PrintError::Long => "output bytes",
    })
}

/// API Gateway's rule: a reference without a value is the empty string.
pub(super) fn or_empty(value: Value<'_>) -> Value<'_> {
    if value.is_null() { Value::text("") } else { value }
}

/// Everything but null and false is true.
fn is_true(value: &Value<'_>) -> bool {
    !matches!(value, Value::Null | Value::Bool(false))
}
