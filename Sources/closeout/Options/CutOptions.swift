public import ArgumentParser
public import Measures

extension CutDimension: ExpressibleByArgument {}
extension MeasureName: ExpressibleByArgument {}

/// What numbers are cut by.
struct CutOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Cut by severity, account, team, environment, region, control, standard, requirement, product, lane or "
        + "method.", valueName: "dimension"))
  var by: CutDimension?
}
